import { beforeEach, describe, expect, it } from 'vitest';
import { clearToken } from '@/entrypoints/background/account/token';
import { readSync } from '@/entrypoints/background/mirror/passes';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, item } from './fake-site';
import { createTime, MINUTE, mirrored, range, signIn, startWorker, stateOf, synced } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('a worker that is killed', () => {
  /** Reads pages until `page` is asked for, and dies there. */
  async function killedAt(page: number, site = createSite(900), time = createTime()) {
    const asked = createGate();
    site.interfere = at => {
      if (at !== page) return undefined;
      asked.open();
      return new Promise(() => {});
    };
    void startWorker(site, time).mirror.refreshIfStale();
    await asked.opened;
    site.interfere = undefined;
    site.asked.length = 0;
    return { site, time };
  }

  it('leaves its pages to the next, which goes on where it stopped', async () => {
    const { site, time } = await killedAt(4);
    // While this page is asked for, the one before is being written.
    await expect.poll(mirrored).toEqual(range(301, 900));
    const next = startWorker(site, time);
    await next.mirror.refreshIfStale();
    expect(site.asked).toEqual([4, 5]);
    expect(await mirrored()).toEqual(range(1, 900));
    expect([await stateOf(next, 5), await stateOf(next, 901)]).toEqual(['in', 'out']);
  });

  it('is followed by one that reads on by itself: pages wait for the end', async () => {
    const { site, time } = await killedAt(4);
    expect(time.alarmMs).toBe(30_000);
    const next = startWorker(site, time);
    await next.mirror.start();
    await expect.poll(() => next.statuses.at(-1)).toMatchObject({ kind: 'synced' });
    expect(site.asked).toEqual([4, 5]);
    await expect.poll(() => time.alarmMs).toBeUndefined();
  });

  it('is followed by one that asks nothing where nothing was being read', async () => {
    const { site, time } = await synced(3);
    const next = startWorker(site, time);
    time.passed += 60 * MINUTE;
    await next.mirror.start();
    await next.mirror.resume();
    expect([site.asked, next.statuses]).toEqual([[], []]);
  });

  it('while another device removes something makes the next read all again', async () => {
    const { site, time } = await killedAt(4);
    site.remove(880);
    const next = startWorker(site, time);
    await next.mirror.refreshIfStale();
    expect(site.asked).toEqual([4, 5, ...range(1, 5)]);
    expect(await mirrored()).toEqual(range(1, 900).filter(n => n !== 880));
    expect(await stateOf(next, 880)).toBe('out');
  });

  it('long ago makes the next begin from the start', async () => {
    const { site, time } = await killedAt(4);
    time.passed += 11 * MINUTE;
    await startWorker(site, time).mirror.refreshIfStale();
    expect(site.asked).toEqual(range(1, 5));
  });

  it('never has a version that it did not reach called out', async () => {
    const { site, time } = await killedAt(4);
    expect(await stateOf(startWorker(site, time), 5)).toBe('unknown');
  });
});

describe('the end of a session', () => {
  it('in the middle of a page leaves nothing behind', async () => {
    const site = createSite(450);
    const gate = createGate();
    site.interfere = page => (page === 2 ? gate.opened : undefined);
    const worker = startWorker(site, createTime());
    const sync = worker.mirror.refreshIfStale();
    await expect.poll(() => site.asked).toEqual([1, 2]);
    void worker.endSession();
    await clearToken();
    gate.open();
    await sync;
    expect([await mirrored(), await readSync(), site.asked]).toEqual([[], undefined, [1, 2]]);
  });

  it('never lets a page of one account into the vault of the next', async () => {
    const site = createSite(450);
    const gate = createGate();
    site.interfere = page => (page === 2 ? gate.opened : undefined);
    const worker = startWorker(site, createTime());
    const sync = worker.mirror.refreshIfStale();
    await expect.poll(() => site.asked).toEqual([1, 2]);
    void worker.endSession();
    await signIn('fedcba9876543210fedcba9876543210');
    site.interfere = undefined;
    site.rows = [item(7_000)];
    const next = worker.mirror.refreshIfStale();
    gate.open();
    await Promise.all([sync, next]);
    expect(await mirrored()).toEqual([7_000]);
    expect([await stateOf(worker, 7_000), await stateOf(worker, 450)]).toEqual(['in', 'out']);
  });
});
