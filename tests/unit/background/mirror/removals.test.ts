import { beforeEach, describe, expect, it } from 'vitest';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, item } from './fake-site';
import {
  createTime,
  factOf,
  MINUTE,
  mirrored,
  modelOf,
  range,
  signIn,
  startWorker,
  stateOf,
  synced,
  type Worker,
} from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('what is removed here', () => {
  it('is out of the mirror at once', async () => {
    const { worker } = await synced(4);
    expect(await modelOf(worker, 2)).toMatchObject({ inVault: [10_002, 10_003] });
    await worker.remove(2);
    expect(await modelOf(worker, 2)).toMatchObject({ inVault: [10_003] });
    expect(await mirrored()).toEqual([1, 3, 4]);
  });

  it('does not come back with a page that still shows it, nor is the whole list read for that', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += 5 * MINUTE;
    site.freeze();
    await worker.remove(440);
    await worker.mirror.refreshIfStale();
    expect(await stateOf(worker, 440)).toBe('out');
    expect((await mirrored()).includes(440)).toBe(false);
    expect(new Set(site.asked)).toEqual(new Set([1]));
  });

  it('is believed when the list has followed', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += 5 * MINUTE;
    site.freeze();
    await worker.remove(440);
    site.interfere = () => {
      if (site.asked.length === 2) site.replica = undefined;
      return undefined;
    };
    await worker.mirror.refreshIfStale();
    expect([site.asked, time.pauses]).toEqual([[1, 1], [LAG_ALLOWANCE_MS]]);
    expect(await worker.mirror.status()).toMatchObject({ kind: 'synced' });
    expect(await mirrored()).toEqual(range(1, 450).filter(n => n !== 440));
  });

  it('does not come back with a page asked for before', async () => {
    const { site, time, worker } = await synced(4);
    time.passed += 5 * MINUTE;
    const gate = createGate();
    const stale = [...site.rows];
    site.interfere = async () => {
      await gate.opened;
      site.replica = stale;
    };
    const sync = worker.mirror.refreshIfStale();
    await expect.poll(() => site.asked.length).toBe(1);
    await worker.remove(2);
    site.interfere = () => {
      site.replica = undefined;
      return undefined;
    };
    gate.open();
    await sync;
    expect([await stateOf(worker, 2), await mirrored()]).toEqual(['out', [1, 3, 4]]);
  });

  it('stays out though the worker is killed right after', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += 5 * MINUTE;
    site.freeze();
    await worker.remove(440);
    const next = startWorker(site, time);
    void next.engine.wake();
    await next.mirror.refreshIfStale();
    expect(await stateOf(next, 440)).toBe('out');
    expect((await mirrored()).includes(440)).toBe(false);
  });
});

describe('doubles', () => {
  async function doubled() {
    const site = createSite(450);
    site.rows.splice(100, 0, item(30, { id: 9_000 }));
    const time = createTime();
    const worker = startWorker(site, time);
    await worker.mirror.refreshIfStale();
    return { site, time, worker };
  }
  const problemOf = async (worker: Worker, n: number) => (await factOf(worker, n))?.problem;

  it('are counted, announced and left alone', async () => {
    const { site, worker } = await doubled();
    expect(site.asked).toEqual([1, 2, 3]);
    expect(worker.announced.filter(fact => fact.problem)).toMatchObject([
      { versionId: 10_030, state: 'in', problem: { kind: 'duplicated' } },
    ]);
    expect(site.rows).toHaveLength(451);
    expect(await worker.mirror.all().then(items => items.length)).toBe(451);
  });

  it('are known to the next worker without a request', async () => {
    const { site, time } = await doubled();
    site.asked.length = 0;
    const next = startWorker(site, time);
    await next.mirror.start();
    expect(await problemOf(next, 30)).toEqual({ kind: 'duplicated', copies: 2, sizeKb: 105 });
    expect(site.asked).toEqual([]);
  });

  it('are gone with a removal, which takes both', async () => {
    const { site, worker } = await doubled();
    await worker.remove(30);
    expect([await stateOf(worker, 30), await problemOf(worker, 30)]).toEqual(['out', undefined]);
    expect(await worker.mirror.all().then(items => items.length)).toBe(449);
    expect(site.rows).toHaveLength(449);
  });

  it('are announced no more once the list shows one', async () => {
    const { site, time, worker } = await doubled();
    site.rows = site.rows.filter(row => row.id !== 9_000);
    time.passed += 5 * MINUTE;
    await worker.mirror.refreshIfStale();
    expect([await stateOf(worker, 30), await problemOf(worker, 30)]).toEqual(['in', undefined]);
    expect(worker.announced.at(-1)?.problem).toBeUndefined();
  });
});
