import { beforeEach, describe, expect, it } from 'vitest';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';

import { createGate } from '@/tests/unit/background/account/fake-account';
import { model, version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, createTime, item, MINUTE, mirrored, range, signIn, startWorker } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

type Worker = ReturnType<typeof startWorker>;

const stateOf = async ({ mirror }: Worker, n: number) => (await mirror.byVersions([version(10_000 + n)]))[0]?.state;
const modelOf = async ({ mirror }: Worker, n: number) => (await mirror.byModels([item(n).modelId]))[0];

async function synced(count: number) {
  const site = createSite(count);
  const time = createTime();
  const worker = startWorker(site, time);
  await worker.mirror.refreshIfStale();
  site.asked.length = 0;
  return { site, time, worker };
}

describe('what is added here', () => {
  it('is in the mirror at once, under its model, though nobody has shown the item yet', async () => {
    const { site, worker } = await synced(4);
    site.freeze();
    expect((await worker.add(50)).ok).toBe(true);
    expect(await modelOf(worker, 50)).toMatchObject({ inVault: [10_050], facts: [{ state: 'pending' }] });
    expect(await worker.mirror.all().then(items => items.length)).toBe(5);
  });

  it('has no name until the vault has shown it', async () => {
    const { worker } = await synced(4);
    await worker.add(50);
    expect(await worker.mirror.itemNames(version(10_050))).toEqual({});
    expect(await worker.mirror.itemNames(version(10_003))).toEqual({
      modelId: item(3).modelId,
      modelName: 'Model 3',
      versionName: 'v1',
    });
    expect(await worker.mirror.itemNames(version(77))).toEqual({});
  });

  it('becomes the item itself as soon as a check shows it', async () => {
    const { time, worker } = await synced(4);
    await worker.add(50);
    expect(await mirrored()).toEqual([-10_050, 1, 2, 3, 4]);
    await time.pass(LAG_ALLOWANCE_MS);
    await expect.poll(mirrored).toEqual([1, 2, 3, 4, 50]);
  });

  it('stays while the list does not show it yet, and is found once it does', async () => {
    const { site, time, worker } = await synced(450);
    site.freeze();
    time.passed += 5 * MINUTE;
    await worker.add(451);
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1]);
    expect(await stateOf(worker, 451)).toBe('pending');
    site.replica = undefined;
    await time.pass(5 * MINUTE);
    await worker.mirror.refreshIfStale();
    expect(site.asked).toEqual([1, 1]);
    expect(await mirrored()).toEqual(range(1, 451));
  });

  it('by an addition without a model waits for the check to be under its model', async () => {
    const { time, worker } = await synced(4);
    await worker.submit({ versionId: version(10_050), target: 'in' });
    expect([await stateOf(worker, 50), await worker.mirror.all().then(items => items.length)]).toEqual(['pending', 4]);
    await time.pass(LAG_ALLOWANCE_MS);
    await expect.poll(mirrored).toEqual([1, 2, 3, 4, 50]);
  });

  it('while the vault is read for the first time costs one more request, not another pass', async () => {
    const site = createSite(450);
    const time = createTime();
    const worker = startWorker(site, time);
    site.interfere = page => (page === 2 ? worker.add(451).then(() => undefined) : undefined);
    await worker.mirror.refreshIfStale();
    expect(time.pauses).toEqual([LAG_ALLOWANCE_MS]);
    expect(site.asked).toEqual([1, 2, 3, 1]);
    expect(await mirrored()).toEqual(range(1, 451));
  });
});

describe('what is not stored yet', () => {
  it('is as old as the last look at it: that it is still listed says nothing of its status', async () => {
    const site = createSite(450);
    site.rows = site.rows.map(row => (row.id === 1 ? { ...row, status: 'Pending' } : row));
    const time = createTime();
    const worker = startWorker(site, time);
    await worker.mirror.refreshIfStale();
    const seenAt = time.now();
    time.passed += 60 * MINUTE;
    await worker.mirror.refreshIfStale();
    const [waits, stored] = await worker.mirror.byVersions([version(10_001), version(10_002)]);
    expect([waits?.state, waits?.asOf]).toEqual(['pending', seenAt]);
    expect([stored?.state, stored?.asOf]).toEqual(['in', time.now()]);
  });
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

describe('a check', () => {
  it('tells the mirror what another device did', async () => {
    const { site, worker } = await synced(4);
    site.remove(2);
    site.add(item(50));
    await worker.engine.check([version(10_002), version(10_050)]);
    await expect.poll(mirrored).toEqual([1, 3, 4, 50]);
    expect(await worker.mirror.byModels([model(1_001), model(1_025)])).toMatchObject([
      { modelId: 1_001, inVault: [10_003] },
      { modelId: 1_025, inVault: [10_050] },
    ]);
  });

  it('that overtook a page is believed, the page is not', async () => {
    const { site, time, worker } = await synced(4);
    time.passed += 5 * MINUTE;
    const stale = [...site.rows];
    site.interfere = async () => {
      site.interfere = () => {
        site.replica = undefined;
        return undefined;
      };
      site.remove(2);
      time.passed += 10;
      await worker.engine.check([version(10_002)]);
      site.replica = stale;
    };
    await worker.mirror.refreshIfStale();
    expect([await stateOf(worker, 2), (await mirrored()).includes(2)]).toEqual(['out', false]);
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
  const problemOf = async ({ mirror }: Worker, n: number) =>
    (await mirror.byVersions([version(10_000 + n)]))[0]?.problem;

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
    expect(await problemOf(next, 30)).toEqual({ kind: 'duplicated' });
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
