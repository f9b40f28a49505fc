import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToken } from '@/entrypoints/background/account/token';
import { readSync } from '@/entrypoints/background/mirror/passes';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, createTime, item, MINUTE, mirrored, range, signIn, startWorker } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

const stateOf = async ({ mirror }: Pick<ReturnType<typeof startWorker>, 'mirror'>, n: number) =>
  (await mirror.byVersions([version(10_000 + n)]))[0]?.state;

/** A worker that has read a vault of `count` items; nothing of that counts as asked. */
async function synced(count: number) {
  const site = createSite(count);
  const time = createTime();
  const worker = startWorker(site, time);
  await worker.mirror.refreshIfStale();
  site.asked.length = 0;
  return { site, time, worker };
}

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

  it('is one, whoever asks for it', async () => {
    const site = createSite(3);
    const { mirror } = startWorker(site, createTime());
    await Promise.all([mirror.refreshIfStale(), mirror.refreshIfStale(), mirror.refreshIfStale()]);
    expect(site.asked).toEqual([1]);
  });

  it('asks nothing when nobody is signed in', async () => {
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

describe('a later sync', () => {
  it('comes only after five minutes, then costs one request', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += 5 * MINUTE - 1;
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([]);
    time.passed += 1;
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1]);
  });

  it('reads what is new until it comes to something known', async () => {
    const { site, time, worker } = await synced(450);
    for (const n of range(451, 700)) site.add(item(n));
    time.passed += 5 * MINUTE;
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 2]);
    expect(await mirrored()).toEqual(range(1, 700));
    expect(await stateOf(worker, 700)).toBe('in');
  });

  it('reads all when the numbers disagree, and forgets what is gone', async () => {
    const { site, time, worker } = await synced(450);
    site.remove(30);
    time.passed += 5 * MINUTE;
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 1, 2, 3]);
    expect(await mirrored()).toEqual(range(1, 450).filter(n => n !== 30));
    expect(await stateOf(worker, 30)).toBe('out');
    expect(worker.announced.at(-1)).toMatchObject({ versionId: 10_030, state: 'out' });
  });

  it('sees through one removed and one added, which leave the number as it was', async () => {
    const { site, time, worker } = await synced(450);
    site.remove(30);
    site.add(item(451));
    time.passed += 5 * MINUTE;
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 1, 2, 3]);
    expect(await mirrored()).toEqual(range(1, 451).filter(n => n !== 30));
  });

  it('takes a version that was removed and added elsewhere for one, not for two', async () => {
    const { site, time, worker } = await synced(450);
    const again = item(30, { id: 9_000 });
    site.remove(30);
    site.add(again);
    time.passed += 5 * MINUTE;
    await worker.mirror.refreshIfStale();
    expect(await mirrored()).toEqual([...range(1, 450).filter(n => n !== 30), 9_000]);
    expect(worker.announced.filter(fact => fact.problem)).toEqual([]);
    expect((await worker.mirror.byVersions([again.modelVersionId]))[0]).toMatchObject({ state: 'in', itemId: 9_000 });
  });

  it('by a new worker goes on from what the last one stored', async () => {
    const { site, time } = await synced(450);
    time.passed += 5 * MINUTE;
    const next = startWorker(site, time);
    await next.mirror.refreshIfStale();
    expect(site.asked).toEqual([1]);
    expect(await next.mirror.all().then(items => items.length)).toBe(450);
  });

  it('follows a clock that was set back', async () => {
    const { site, time, worker } = await synced(3);
    time.passed -= 60 * MINUTE;
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1]);
  });
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
    expect(await mirrored()).toEqual(range(301, 900));
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

  it('while somebody removes something makes the next read all again', async () => {
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

it('is read again at once for whoever asks, though it is young', async () => {
  const { site, time, worker } = await synced(450);
  time.passed += MINUTE;
  await worker.mirror.refreshIfStale();
  expect(site.asked).toEqual([]);
  await worker.mirror.refreshNow();
  expect(site.asked).toEqual([1]);
  expect(await worker.mirror.status()).toEqual({ kind: 'synced', at: time.now() });
});

describe('covers, whose addresses last a day', () => {
  const DAY = 24 * 60 * MINUTE;

  it('have the whole list read again once they have run out, and not before', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += DAY - MINUTE;
    await worker.mirror.refreshCovers();
    expect(site.asked).toEqual([1]);
    time.passed += MINUTE;
    await worker.mirror.refreshCovers();
    expect(site.asked).toEqual([1, 1, 2, 3]);
    expect(await worker.mirror.status()).toEqual({ kind: 'synced', at: time.now() });
    await worker.mirror.refreshCovers();
    expect(site.asked).toHaveLength(4);
  });

  it('wait for a sync that is going on', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += DAY;
    await Promise.all([worker.mirror.refreshIfStale(), worker.mirror.refreshCovers()]);
    expect(site.asked).toEqual([1, 1, 2, 3]);
  });

  it('leave what is known as it is where the site can’t be asked', async () => {
    const { site, time, worker } = await synced(450);
    const at = time.now();
    time.passed += DAY;
    site.interfere = async () => ({ kind: 'offline' });
    await worker.mirror.refreshCovers();
    expect(await worker.mirror.status()).toEqual({ kind: 'failed', problem: { kind: 'offline' }, at });
    expect(await worker.mirror.all().then(items => items.length)).toBe(450);
  });

  it('are kept through a check, which shows none', async () => {
    const site = createSite(0);
    site.add(item(1, { coverImageUrl: 'https://s3.example/1.jpg' }));
    const { mirror, engine } = startWorker(site, createTime());
    await mirror.refreshIfStale();
    for (const row of site.rows) delete row.coverImageUrl;
    await engine.check([version(10_001)]);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect((await mirror.all())[0]?.coverImageUrl).toBe('https://s3.example/1.jpg');
  });
});
