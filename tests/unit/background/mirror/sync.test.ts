import { beforeEach, describe, expect, it } from 'vitest';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { item } from './fake-site';
import { MINUTE, mirrored, range, signIn, startWorker, stateOf, synced } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
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

  it('that the user asks for begins anew: one that goes on has not seen what changed since', async () => {
    const { site, time, worker } = await synced(450);
    site.add(item(451));
    time.passed += 5 * MINUTE;
    const asked: Promise<void>[] = [];
    site.interfere = page => {
      if (asked.length > 0 || page !== 1) return undefined;
      // The answer to the first page is made before the change; twice asked for is once read.
      site.freeze();
      site.add(item(452));
      asked.push(worker.mirror.refreshNow(), worker.mirror.refreshNow());
      return undefined;
    };
    await worker.mirror.refreshIfStale();
    expect(await mirrored()).toEqual(range(1, 451));
    site.replica = undefined;
    await Promise.all(asked);
    expect(await mirrored()).toEqual(range(1, 452));
    expect(site.asked).toEqual([1, 1]);
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

it('is read again at once on request, though it is young', async () => {
  const { site, time, worker } = await synced(450);
  time.passed += MINUTE;
  await worker.mirror.refreshIfStale();
  expect(site.asked).toEqual([]);
  await worker.mirror.refreshNow();
  expect(site.asked).toEqual([1]);
  expect(await worker.mirror.status()).toEqual({ kind: 'synced', at: time.now() });
});
