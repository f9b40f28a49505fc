import { describe, expect, it } from 'vitest';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { type Case, type Ending, finish, start } from './side-by-side.ts';
import { ways } from './ways.ts';

/**
 * A removal that was lost holds for a minute: what others change at the same time must not keep it from being certain by then. So it
 * begins some time after the others, but for those that take up a connection.
 */
function turnOf({ target, way: { fault, requests } }: Case): number {
  if (fault?.kind === 'hang') return 2;
  const isLost = fault?.kind === 'drop' || fault?.kind === 'refuse';
  return target === 'out' && isLost && requests === 2 ? 1 : 0;
}

const cases: Case[] = ways
  .filter(({ always }) => everyCase || always)
  .flatMap(way => (['in', 'out'] as const).map(target => ({ target, way })))
  .toSorted((a, b) => turnOf(a) - turnOf(b));

/** So long after its first request an intent is settled: 30 s until a lost request is over, 15 s for what reads are behind, and a busy machine. */
const SETTLED_MS = 90_000;
/** No second request for a version sooner: what reads may be behind (F.5). */
const LAG_ALLOWANCE_MS = 15_000;

describe('a change that goes wrong', () => {
  const stage = useStage({ member: 'small' });
  let endings = new Map<Case, Ending>();
  // The first request of the last may leave late on a busy machine.
  const carryOut = async () => {
    const firstLate = cases.find(each => turnOf(each) === 1);
    const pauseBefore = (current: Case) => (current === firstLate ? LAG_ALLOWANCE_MS : 0);
    endings = await finish(stage, await start(stage, cases, pauseBefore), SETTLED_MS + 20_000);
  };

  // All at once: nearly all of it is waiting. One is tried again among all the others: it must not pass by being alone.
  setUp(carryOut, undefined, 200_000);

  it.for(cases)('$target: $way.name', async current => {
    const { target, way } = current;
    const { state, words, rows, requests, tookMs } = endings.get(current) ?? expect.fail('It was not carried out');
    expect(tookMs, `${state}: ${words}`).toBeLessThan(SETTLED_MS);
    expect(
      requests.map(({ status, fault }) => fault ?? status),
      words,
    ).toHaveLength(way.requests);
    // Nothing is done twice, and nothing is taken back.
    expect(requests.filter(({ toggled }) => toggled).length).toBe(way.says ? 0 : 1);
    for (const [index, request] of requests.entries()) {
      if (index > 0) expect(request.at - (requests[index - 1]?.at ?? 0)).toBeGreaterThan(LAG_ALLOWANCE_MS);
    }
    if (way.says) {
      expect(state).toBe('error');
      expect(words).toMatch(way.says);
      expect(rows).toBe(target === 'in' ? 0 : 1);
    } else {
      expect(state, words).toBe(target === 'in' ? 'pending' : 'out');
      expect(rows).toBe(target === 'in' ? 1 : 0);
    }
  });
});
