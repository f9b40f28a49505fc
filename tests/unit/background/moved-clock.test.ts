import { beforeEach, describe, expect, it } from 'vitest';
import { createCachedResults } from '@/entrypoints/background/availability/cached-results';
import { isUnfinished, startFullPass } from '@/entrypoints/background/mirror/passes';
import { isDue } from '@/entrypoints/background/mirror/sync-status';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { sweepCooldowns } from '@/entrypoints/background/storage/vault-store';
import { createCooldowns } from '@/entrypoints/background/vault/cooldown';
import { pruneRow } from '@/entrypoints/background/vault/fact-rows';
import { mirrored, signIn, stateOf, synced } from '@/tests/unit/background/mirror/stage';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { V, W } from '@/tests/unit/background/vault/rig';
import { ok } from '@/utils/problem';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe.each([
  ['a day back', -DAY],
  ['a year back', -YEAR],
  ['a day ahead', DAY],
  ['a year ahead', YEAR],
])('after the clock was set %s', (_, setBy) => {
  const now = NOW + setBy;

  it('the mirror is due, whatever it was stamped with', () => {
    const row = { ...startFullPass(undefined, NOW), isWhole: true, syncedAt: NOW };
    expect(isDue(row, now, 5 * MINUTE)).toBe(true);
    const failed = { problem: { kind: 'offline' as const }, until: NOW + 10 * MINUTE };
    expect(isDue({ ...row, failed }, NOW, 5 * MINUTE)).toBe(false);
    expect(isDue({ ...row, failed }, now, 5 * MINUTE)).toBe(true);
  });

  it('an interrupted pass begins anew', () => {
    expect(isUnfinished(startFullPass(undefined, NOW), now)).toBe(false);
  });

  it('a version that left the vault meanwhile leaves the mirror', async () => {
    const { site, time, worker } = await synced(4);
    time.setBy = setBy;
    time.passed += 5 * MINUTE;
    site.rows = site.rows.filter(({ id }) => id !== 2);
    await worker.mirror.refreshIfStale();
    expect(await stateOf(worker, 2)).toBe('out');
    expect(await mirrored()).toEqual([1, 3, 4]);
  });

  it('covers are asked for again, once', async () => {
    const { site, time, worker } = await synced(4);
    time.setBy = setBy;
    await worker.mirror.refreshCovers();
    await worker.mirror.refreshCovers();
    expect(site.asked).toEqual([1]);
    expect(await worker.mirror.status()).toEqual({ kind: 'synced', at: time.now() });
  });

  it('what the site gives to whom is looked up again, and then kept', async () => {
    let [clock, asked] = [NOW, 0];
    const look = createCachedResults<number>({ now: () => clock, maxAgeMs: 5 * MINUTE });
    const ask = () =>
      look(1, async () => {
        asked += 1;
        return ok(asked);
      });
    await ask();
    clock = now;
    await ask();
    await ask();
    expect(asked).toBe(2);
  });

  it('no fact is kept for longer than without that', () => {
    const fact = { versionId: V, state: 'out' as const, asOf: NOW };
    const missed = { target: 'in' as const, problem: { kind: 'offline' as const }, at: NOW };
    expect(pruneRow({ ...fact, missed }, now)?.missed).toBeUndefined();
    expect(pruneRow(fact, NOW + 6 * DAY)).toEqual(fact);
    expect(pruneRow(fact, now + 8 * DAY)).toBeUndefined();
  });
});

describe('a cooldown that an earlier worker left', () => {
  const cooldownsIn = async () => (await openVaultDatabase()).getAll('cooldowns');
  const put = async (versionId: typeof V, until: number) =>
    void (await (await openVaultDatabase()).put('cooldowns', { versionId, until }));

  it('lasts at most as long as a toggle can be hidden, and no shorter, after the clock was set back', async () => {
    await put(V, NOW + 15_000);
    await put(W, NOW - YEAR + 30_000);
    await sweepCooldowns(NOW - YEAR);
    const left = (await cooldownsIn()).map(({ versionId, until }) => [versionId, until - NOW + YEAR]);
    expect(left).toEqual([
      [V, 45_000],
      [W, 30_000],
    ]);
    const cooldowns = createCooldowns({ now: () => NOW - YEAR, elapsed: () => 100 });
    for (const row of await cooldownsIn()) cooldowns.restore(row);
    expect([cooldowns.endOf(V), cooldowns.endOf(W)]).toEqual([45_100, 30_100]);
    // The next worker doesn't begin it anew.
    await sweepCooldowns(NOW - YEAR + 45_000);
    expect(await cooldownsIn()).toEqual([]);
  });

  it('is never cut short by what began before', () => {
    const cooldowns = createCooldowns({ now: () => NOW, elapsed: () => 100 });
    cooldowns.begin(V, 15_000);
    cooldowns.restore({ versionId: V, until: NOW - YEAR });
    expect(cooldowns.endOf(V)).toBe(15_100);
  });
});
