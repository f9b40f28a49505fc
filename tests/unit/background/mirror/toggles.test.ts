import { beforeEach, describe, expect, it } from 'vitest';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { model, version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, item } from './fake-site';
import { createTime, MINUTE, mirrored, modelOf, range, signIn, startWorker, stateOf, synced } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('what is added here', () => {
  it('is in the mirror at once, under its model, though no check has shown the item yet', async () => {
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

  it('goes by the names that the page gave it, which never count as the vault’s own', async () => {
    const { time, worker } = await synced(4);
    await worker.add(50, { modelName: 'Ink Circuit', versionName: 'Epoch 24' });
    const names = async () => {
      const added = (await worker.mirror.all()).find(({ modelVersionId }) => modelVersionId === 10_050);
      return [added?.modelName, added?.versionName];
    };
    expect(await names()).toEqual(['Ink Circuit', 'Epoch 24']);
    expect(await worker.mirror.itemNames(version(10_050))).toEqual({});
    await time.pass(LAG_ALLOWANCE_MS);
    await expect.poll(names).toEqual(['Model 50', 'v1']);
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
  it('is as old as the last check of it: that it is still listed says nothing of its status', async () => {
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

describe('a check', () => {
  it('brings the mirror what another device did', async () => {
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
