import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToken } from '@/entrypoints/background/account/token';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, item } from './fake-site';
import { createTime, MINUTE, mirrored, range, signIn, startWorker, stateOf, synced } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('the first sync', () => {
  it('reads 5,000 items in exactly 25 requests, and later needs one', async () => {
    const site = createSite(5_000);
    const time = createTime();
    const { mirror, statuses } = startWorker(site, time);
    await mirror.refreshIfStale();
    expect(site.asked).toEqual(range(1, 25));
    expect(await mirror.all().then(items => items.length)).toBe(5_000);
    expect(statuses[0]).toEqual({ kind: 'syncing', done: 200, total: 5_000 });
    expect(statuses[12]).toEqual({ kind: 'syncing', done: 2_600, total: 5_000 });
    expect(statuses.at(-1)).toEqual({ kind: 'synced', at: time.now() });
    time.passed += 5 * MINUTE;
    await mirror.refreshIfStale();
    expect(site.asked.slice(25)).toEqual([1]);
    expect(await mirror.status()).toEqual({ kind: 'synced', at: time.now() });
  }, 30_000);

  it('of an empty vault is one request', async () => {
    const { worker, site } = await synced(0);
    expect([await worker.mirror.all().then(items => items.length), site.asked]).toEqual([0, []]);
    expect(await stateOf(worker, 1)).toBe('out');
  });

  it('is one, however often it is asked for', async () => {
    const site = createSite(3);
    const { mirror } = startWorker(site, createTime());
    await Promise.all([mirror.refreshIfStale(), mirror.refreshIfStale(), mirror.refreshIfStale()]);
    expect(site.asked).toEqual([1]);
  });

  it('looks no row up for a fact that the mirror has nothing to add to', async () => {
    const { mirror } = startWorker(createSite(3), createTime());
    const lookUps = vi.spyOn(IDBIndex.prototype, 'get');
    const shown = { versionId: version(10_001), state: 'in', asOf: 5 } as const;
    expect(await mirror.addMirrorFacts([shown])).toEqual([shown]);
    expect(lookUps).not.toHaveBeenCalled();
    await mirror.refreshIfStale();
    await mirror.addMirrorFacts([shown]);
    expect(lookUps).toHaveBeenCalledTimes(1);
    lookUps.mockRestore();
  });

  it('asks nothing while signed out', async () => {
    await clearToken();
    const site = createSite(3);
    const { mirror } = startWorker(site, createTime());
    await mirror.refreshIfStale();
    expect([site.asked, await mirror.status()]).toEqual([[], { kind: 'never' }]);
  });

  it('takes in what is added while it reads, with one more request', async () => {
    const site = createSite(450);
    site.interfere = page => (page === 2 ? void site.add(item(451)) : undefined);
    const { mirror } = startWorker(site, createTime());
    await mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 2, 3, 1]);
    expect(await mirrored()).toEqual(range(1, 451));
  });

  it('reads all again when something went while it was reading: what moved up was not seen', async () => {
    const site = createSite(450);
    site.interfere = page => (page === 2 ? void site.remove(440) : undefined);
    const worker = startWorker(site, createTime());
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 2, 3, 1, 2, 3]);
    expect(await mirrored()).toEqual(range(1, 450).filter(n => n !== 440));
    expect([await stateOf(worker, 440), await stateOf(worker, 250)]).toEqual(['out', 'in']);
  });

  it('gives up for a while when the list never comes to rest', async () => {
    const site = createSite(450);
    site.interfere = page => {
      if (page === 2) site.rows.splice(0, 1);
      return undefined;
    };
    const time = createTime();
    const { mirror } = startWorker(site, time);
    await mirror.refreshIfStale();
    expect(site.asked).toHaveLength(4 * 3);
    expect(await mirror.status()).toMatchObject({ kind: 'failed' });
    time.passed += MINUTE;
    await mirror.refreshIfStale();
    expect(site.asked).toHaveLength(4 * 3);
  });
});
