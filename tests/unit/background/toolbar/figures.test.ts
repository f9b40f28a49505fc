import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToken } from '@/entrypoints/background/account/token';
import { paintToolbar } from '@/entrypoints/background/toolbar/toolbar';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { removeFigures, storedSummary } from '@/utils/account/snapshot';
import { summarizeVault } from '@/utils/vault/vault-summary';
import { badge, calm, failed, freshBrowser, pending, start } from './fake-toolbar';

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(freshBrowser);

describe('the count', () => {
  it('is kept for pages to open with: whose, how well it is known, and what there is', async () => {
    const { session } = await start([item(1), pending(2), failed(3, 1), failed(4, 4)]);
    expect(await storedSummary.getValue()).toMatchObject({
      session,
      status: { kind: 'synced' },
      stored: 1,
      pending: 1,
      failed: 2,
      lost: 1,
    });
  });

  it('follows a toggle', async () => {
    const { add, watch } = await start([item(1)]);
    await add(2);
    watch.changed();
    await calm();
    expect(await storedSummary.getValue()).toMatchObject({ stored: 1, pending: 1 });
  });

  it('is not written for somebody who has gone meanwhile', async () => {
    const { watch } = await start([item(1)]);
    await clearToken();
    await removeFigures();
    watch.changed();
    await calm();
    expect(await storedSummary.getValue()).toBeNull();
  });
});

describe('figures of an account that has signed out', () => {
  it('are wiped even if they were being written just then', async () => {
    const { watch } = await start([item(1)]);
    const write = storedSummary.setValue;
    vi.spyOn(storedSummary, 'setValue').mockImplementationOnce(async (...stock) => {
      await clearToken();
      await removeFigures();
      await write(...stock);
    });
    watch.changed();
    await calm();
    expect(await storedSummary.getValue()).toBeNull();
  });

  it('are not what the icon speaks of', async () => {
    await start([item(1)]);
    await storedSummary.setValue({ ...summarizeVault([failed(1, 4)]), session: 'another', status: { kind: 'never' } });
    await paintToolbar();
    expect(badge).toEqual({ text: '', title: 'Vaulted' });
  });
});
