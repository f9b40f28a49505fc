import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { answer } from '@/entrypoints/background/messages/router';
import { ok } from '@/utils/problem';
import { createFakeServices } from './fake-services';

const TIMES = 30;
const site = { id: fakeBrowser.runtime.id, url: 'https://civitai.com/models/1', frameId: 0 };
const FIGURES = {
  ...{ session: 's', keyTail: 'tail', membership: 'member' as const, canWrite: true, asOf: 1 },
  quota: { usedKb: 1, totalKb: 2, updatedAt: '' },
};

/** A page of the site asks `TIMES` times, one after the other or all at once, `everyMs` apart. */
async function askAgain(vaulted: string, { isAtOnce = false, everyMs = 0 } = {}) {
  const services = createFakeServices();
  const refresh = vi.fn(async () => ok(FIGURES));
  let now = 1_000;
  const endpoints = createEndpoints({ ...services, account: { ...services.account, refresh }, now: () => now });
  const ask = () => answer(endpoints, { vaulted }, site);
  if (isAtOnce) await Promise.all(Array.from({ length: TIMES }, ask));
  else {
    for (let at = 0; at < TIMES; at += 1) {
      await ask();
      now += everyMs;
    }
  }
  return { refresh };
}

describe('a page that asks again and again', () => {
  it.each([
    [{ isAtOnce: true }, 1],
    [{ everyMs: 300 }, 1],
    [{ everyMs: 1_001 }, 3],
  ])('for the free space has it read once in ten seconds: %o', async (how, reads) => {
    expect((await askAgain('free-space', how)).refresh).toHaveBeenCalledTimes(reads);
  });
});
