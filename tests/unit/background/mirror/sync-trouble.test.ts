import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, item } from './fake-site';
import { createTime, MINUTE, mirrored, range, signIn, startWorker, synced } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('trouble', () => {
  it.each([
    ['a site that is ill', { kind: 'site-error' }],
    ['an answer that cannot be read', { kind: 'unreadable' }],
  ] as const)('%s is asked again after a pause, a few times', async (_, problem) => {
    const site = createSite(300);
    site.interfere = () => (site.asked.length < 4 ? problem : undefined);
    const time = createTime();
    const { mirror } = startWorker(site, time);
    await mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 1, 1, 1, 2]);
    expect(time.pauses).toEqual([2_000, 4_000, 8_000]);
    expect(await mirror.status()).toMatchObject({ kind: 'synced' });
  });

  it('that stays is announced and left alone for a minute; the pages that were read stay', async () => {
    const site = createSite(900);
    site.interfere = page => (page === 3 ? { kind: 'site-error' } : undefined);
    const time = createTime();
    const { mirror, statuses } = startWorker(site, time);
    await mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 2, 3, 3, 3, 3]);
    expect(statuses.at(-1)).toEqual({ kind: 'failed', problem: { kind: 'site-error' } });
    await mirror.refreshIfStale();
    expect(site.asked).toHaveLength(6);
    site.interfere = undefined;
    time.passed += MINUTE;
    await mirror.refreshIfStale();
    expect(site.asked.slice(6)).toEqual([3, 4, 5]);
    expect(statuses.at(-1)).toMatchObject({ kind: 'synced' });
  });

  it('of somebody who has to act first is not asked about twice', async () => {
    const site = createSite(3);
    site.interfere = () => ({ kind: 'blocked' });
    const { mirror } = startWorker(site, createTime());
    await mirror.refreshIfStale();
    expect(site.asked).toEqual([1]);
    expect(await mirror.status()).toEqual({ kind: 'failed', problem: { kind: 'blocked' } });
  });

  it('with the browser’s storage is announced, and remembered as long as nothing better is known', async () => {
    const { site, time, worker } = await synced(3);
    const at = time.now();
    time.passed += 5 * MINUTE;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    site.add(item(4));
    await worker.mirror.refreshIfStale();
    const failed = { kind: 'failed', problem: { kind: 'unexpected' }, at };
    expect([worker.statuses.at(-1), await worker.mirror.status()]).toEqual([failed, failed]);
    full.mockRestore();
    await worker.mirror.refreshIfStale();
    expect(await worker.mirror.status()).toMatchObject({ kind: 'synced' });
    expect(await mirrored()).toEqual(range(1, 4));
  });

  it('without a connection waits for the next occasion', async () => {
    const { site, time, worker } = await synced(3);
    const at = time.now();
    time.passed += 5 * MINUTE;
    site.interfere = () => ({ kind: 'offline' });
    await worker.mirror.refreshIfStale();
    expect([site.asked, time.pauses]).toEqual([[1], []]);
    expect(await worker.mirror.status()).toEqual({ kind: 'failed', problem: { kind: 'offline' }, at });
    site.interfere = undefined;
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 1]);
    expect(await worker.mirror.status()).toMatchObject({ kind: 'synced' });
  });

  it('waits as long as the site asks, also in the next worker', async () => {
    const site = createSite(3);
    const time = createTime();
    const until = time.now() + 3 * MINUTE;
    site.interfere = () => ({ kind: 'limited', until });
    await startWorker(site, time).mirror.refreshIfStale();
    site.interfere = undefined;
    const next = startWorker(site, time);
    time.passed += 3 * MINUTE - 1;
    await next.mirror.refreshIfStale();
    expect([site.asked, time.pauses]).toEqual([[1], []]);
    time.passed += 1;
    await next.mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 1]);
  });
});
