import { describe, expect, it, vi } from 'vitest';
import { createPageChecks } from '@/entrypoints/background/page-budget/page-checks';
import type { CheckedFacts } from '@/entrypoints/background/vault/engine';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { version } from '@/tests/unit/background/api/ids';
import type { VersionId } from '@/utils/civitai/ids';
import type { VersionFact } from '@/utils/vault/membership';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 26);
const idsFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => version(first + at));
const factOf = (state: VersionFact['state']) => (versionId: VersionId) => ({ versionId, state, asOf: 0 });

function start() {
  const clock = { now: NOW };
  const check = vi.fn(async (ids: readonly VersionId[], _isFresh?: boolean): Promise<CheckedFacts> => {
    return { facts: ids.map(factOf('in')) };
  });
  const engine = { check, cachedFacts: async (ids: readonly VersionId[]) => ids.map(factOf('unknown')) };
  const asked = () => check.mock.calls.reduce((sum, [ids]) => sum + ids.length, 0);
  return { clock, check, asked, checks: createPageChecks(engine, () => clock.now) };
}

describe('checks that a page causes', () => {
  it('are two at a time, of a hundred versions each', async () => {
    const { checks, check } = start();
    const gate = createGate();
    let [running, most] = [0, 0];
    check.mockImplementation(async ids => {
      running += 1;
      most = Math.max(most, running);
      await gate.opened;
      running -= 1;
      return { facts: ids.map(factOf('in')) };
    });
    const all = Promise.all([checks(1, idsFrom(1, 250)), checks(2, idsFrom(1_000, 150))]);
    await Promise.resolve();
    gate.open();
    const facts = (await all).flatMap(answer => answer.facts);
    expect([most, facts.length]).toEqual([2, 400]);
    expect(check.mock.calls.map(([ids]) => ids.length)).toEqual([100, 100, 50, 100, 50]);
  });

  it('name 300 versions a minute of a tab; what is over that is said to wait, and until when', async () => {
    const { checks, asked, clock } = start();
    const { facts, problem } = await checks(1, idsFrom(1, 2_000));
    expect([asked(), facts.length]).toEqual([300, 2_000]);
    expect(problem).toEqual({ kind: 'page-limit', of: 'checks', until: NOW + MINUTE });
    expect(facts.filter(({ state }) => state === 'unknown')).toHaveLength(1_700);
    clock.now += MINUTE - 1;
    expect(await checks(1, idsFrom(301, 1))).toMatchObject({ problem: { kind: 'page-limit' } });
    clock.now += 1;
    expect(await checks(1, idsFrom(301, 1))).toEqual({ facts: [factOf('in')(version(301))] });
  });

  it('name 1,000 versions a minute of all tabs', async () => {
    const { checks, asked } = start();
    for (let tab = 0; tab < 6; tab += 1) await checks(tab, idsFrom(1 + tab * 300, 300));
    expect(asked()).toBe(1_000);
  });

  it('are 30 requests a minute, however small', async () => {
    const { checks, check, clock } = start();
    for (let id = 1; id <= 200; id += 1) await checks(1, [version(id)]);
    expect(check).toHaveBeenCalledTimes(30);
    clock.now += MINUTE;
    expect((await checks(1, [version(300)])).problem).toBeUndefined();
  });

  it('end where the site asks to wait, for every tab, and go on after that', async () => {
    const { checks, check, clock } = start();
    const limited = { kind: 'limited', until: NOW + 30_000 } as const;
    check.mockResolvedValueOnce({ facts: [], problem: limited });
    await checks(1, [version(1)]);
    for (let id = 2; id <= 50; id += 1) expect((await checks(id, [version(id)])).problem).toEqual(limited);
    expect(check).toHaveBeenCalledTimes(1);
    clock.now += 30_000;
    expect((await checks(1, [version(1)])).problem).toBeUndefined();
  });
});
