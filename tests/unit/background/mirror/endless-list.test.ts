import { beforeEach, describe, expect, it } from 'vitest';
import type { VaultPage } from '@/entrypoints/background/api/vault-api';
import { createPassBounds, dropFlood } from '@/entrypoints/background/mirror/pass-bounds';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, item } from './fake-site';
import { createTime, MINUTE, mirrored, signIn, startWorker, synced } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

/** A site whose list is what `page` says. */
function siteOf(page: (number: number) => Pick<VaultPage, 'items' | 'totalItems' | 'totalPages'>) {
  const site = createSite(0);
  site.api.list = async ({ page: number = 1 }) => {
    site.asked.push(number);
    return { ok: true, value: { ...page(number), currentPage: number, pageSize: 200 } };
  };
  return site;
}

const full = (first: number) => Array.from({ length: 200 }, (_, at) => item(first + at));

describe('a list that does not end', () => {
  it('is read three pages beyond what it said at first, however much it says later', async () => {
    const site = siteOf(page => ({ items: full(page * 200), totalItems: 400 + page * 200, totalPages: 5_000_000 }));
    const time = createTime();
    const { mirror, statuses } = startWorker(site, time);
    await mirror.refreshIfStale();
    // 600 items at first: three pages, and three more.
    expect(site.asked).toEqual([1, 2, 3, 4, 5, 6]);
    expect(statuses.at(-1)).toEqual({ kind: 'failed', problem: { kind: 'endless-list' } });
    expect(await mirrored()).toHaveLength(1_200);
    await mirror.refreshIfStale();
    expect(site.asked).toHaveLength(6);
    // Within ten minutes it goes on where it stopped, as far as the list says by now.
    time.passed += 5 * MINUTE;
    await mirror.refreshIfStale();
    expect(site.asked.slice(6)).toEqual([7, 8, 9, 10, 11]);
    expect(statuses.at(-1)).toEqual({ kind: 'failed', problem: { kind: 'endless-list' } });
  });

  it('ends with a page that brings no new item', async () => {
    const site = siteOf(() => ({ items: full(1), totalItems: 100_000, totalPages: 500 }));
    const { mirror, statuses } = startWorker(site, createTime());
    await mirror.refreshIfStale();
    expect(site.asked.length).toBeLessThanOrEqual(8);
    expect(Math.max(...site.asked)).toBe(2);
    expect(statuses.at(-1)).toEqual({ kind: 'failed', problem: { kind: 'endless-list' } });
    expect(await mirrored()).toHaveLength(200);
  });

  it('of more items than any vault has ends after 100,000 of them and three pages more', () => {
    const bounds = createPassBounds({ nextPage: 1, totalItems: 0 });
    expect(bounds.isBeyond(5_000)).toBe(false);
    expect(bounds.isOver({ items: full(1), totalItems: 1e9 })).toBe(false);
    expect([503, 504].map(bounds.isBeyond)).toEqual([false, true]);
  });

  it('leaves no rows for good', async () => {
    const { worker } = await synced(5);
    const session = await worker.session();
    await writeInSession(session, tx => dropFlood(tx, 5));
    expect(await mirrored()).toHaveLength(5);
    await writeInSession(session, tx => dropFlood(tx, 4));
    expect(await mirrored()).toEqual([]);
  });

  it('is no trouble where items are added while it is read', async () => {
    const site = createSite(1_000);
    site.interfere = page => {
      if (site.asked.length <= 3 && page > 1) for (let n = 0; n < 200; n += 1) site.add(item(page * 10_000 + n));
      return undefined;
    };
    const { mirror, statuses } = startWorker(site, createTime());
    await mirror.refreshIfStale();
    expect(statuses.at(-1)).toMatchObject({ kind: 'synced' });
    expect(await mirrored()).toHaveLength(site.rows.length);
  });
});
