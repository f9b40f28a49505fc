import { expect, it, vi } from 'vitest';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { answer } from '@/entrypoints/background/messages/router';
import { createSiteToggles } from '@/entrypoints/background/page-budget/site-toggles';
import { version } from '@/tests/unit/background/api/ids';
import { createFakeServices } from '@/tests/unit/background/messages/fake-services';
import { site } from '@/tests/unit/background/messages/start-endpoints';
import type { VersionId } from '@/utils/civitai/ids';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 26);

function start() {
  const clock = { now: NOW };
  const toggledElsewhere = vi.fn(async (_versionId: VersionId) => {});
  const take = createSiteToggles({ toggledElsewhere }, () => clock.now);
  const claim = async (count: number, id: (at: number) => number) => {
    toggledElsewhere.mockClear();
    for (let at = 0; at < count; at += 1) await take(version(id(at)));
    return toggledElsewhere.mock.calls.length;
  };
  return { clock, claim };
}

it('toggles of the site that pages claim are believed 30 times a minute', async () => {
  const { clock, claim } = start();
  expect(await claim(100, at => 1 + at)).toBe(30);
  clock.now += MINUTE;
  expect(await claim(100, at => 1_000 + at)).toBe(30);
});

it('those of one version are believed six times in ten minutes: no page holds a version for good', async () => {
  const { clock, claim } = start();
  let believed = 0;
  for (let minute = 0; minute < 10; minute += 1) {
    believed += await claim(4, () => 7);
    clock.now += MINUTE;
  }
  expect(believed).toBe(6);
  expect(await claim(1, () => 7)).toBe(1);
  expect(await claim(1, () => 8)).toBe(1);
});

it('a page reaches the engine by no other way', async () => {
  const services = createFakeServices();
  const endpoints = createEndpoints(services);
  for (let id = 1; id <= 100; id += 1)
    await answer(endpoints, { vaulted: 'toggled-by-site', arg: { versionId: id } }, site);
  expect(services.engine.toggledElsewhere).toHaveBeenCalledTimes(30);
});
