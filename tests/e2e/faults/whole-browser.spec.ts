import { beforeAll, describe, expect, it } from 'vitest';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { type Case, type Ending, finish, readEnding, start } from './side-by-side.ts';

/** No second request for a version sooner: what reads may be behind (site-facts.md F.5). */
const LAG_ALLOWANCE_MS = 15_000;
const targets = ['in', 'out'] as const;
/** Up to 30 s until the browser wakes the background again, then 45 s until a lost request is certainly over. */
const SETTLED_MS = 110_000;

describe('a background that the browser stops between the request and its answer', () => {
  const stage = useStage({ member: 'small' });
  const cases: Case[] = targets.flatMap(target => [
    { target, way: { name: 'before it is done', fault: { kind: 'hang' }, requests: target === 'in' ? 2 : 1 } },
    { target, way: { name: 'after it is done', fault: { kind: 'hang', when: 'after-commit' }, requests: 1 } },
  ]);
  let endings = new Map<Case, Ending>();

  const carryOut = async () => {
    const found = new Map<Case, Ending>();
    const running = await start(stage, cases);
    const sent = () => stage.sandbox.requests.of('vault/toggle-version').length;
    await until('every request to be on its way', () => sent() === cases.length);
    await stage.browser.killWorker();
    await until(
      'every intent to be settled',
      async () => {
        for (const run of running) {
          const ending = await readEnding(stage, run, 0);
          found.set(run.current, ending);
          // Until the background is back, the page knows only that no answer came.
          if (ending.state === 'busy' || /will say how it went/.test(ending.words)) return false;
        }
        return true;
      },
      { timeoutMs: SETTLED_MS, everyMs: 4_000 },
    ).catch(() => undefined);
    return found;
  };

  beforeAll(async () => {
    endings = await carryOut();
  }, 200_000);

  it.for(cases)('$target: $way.name', { timeout: 200_000 }, async (current, { task }) => {
    const { target, way } = current;
    // Tried again among all the others: what only fails beside them must not pass by being alone.
    const found = task.result?.retryCount ? await carryOut() : endings;
    const { state, words, rows, requests } = found.get(current) ?? expect.fail('It was not carried out');
    expect(requests, words).toHaveLength(way.requests);
    if (target === 'out' && way.name === 'before it is done') {
      // No removal leaves from a journal: it has to be asked again.
      expect(words).toMatch(/couldn’t be sent in time.*Nothing was removed.*Remove it again if you still want/);
      expect(rows).toBe(1);
    } else {
      expect(state, words).toBe(target === 'in' ? 'pending' : 'out');
      expect(rows).toBe(target === 'in' ? 1 : 0);
    }
  });
});

// Browsers send a request again by themselves when a connection drops that they had used before, a POST as well.
describe('a browser that repeats a request whose answer was lost', () => {
  const stage = useStage({ member: 'small' });

  it('ends as it was asked for, with no more requests than it takes', { timeout: 120_000 }, async () => {
    stage.sandbox.settings.keepAlive = true;
    const lost = { kind: 'drop', when: 'after-commit' } as const;
    const cases: Case[] = targets.map(target => ({ target, way: { name: 'repeated', fault: lost, requests: 1 } }));
    const endings = await finish(stage, await start(stage, cases), 100_000);
    for (const [{ target }, { state, words, rows, requests }] of endings) {
      const changes = requests.map(({ toggled }) => toggled);
      expect(changes.length, words).toBeLessThanOrEqual(3);
      expect(rows).toBe(target === 'in' ? 1 : 0);
      expect(state, words).toBe(target === 'in' ? 'pending' : 'out');
      // Repeated by the browser, it was undone: one more request put it right, not before that was safe.
      if (changes.length > 1) {
        const [first, second] = target === 'in' ? ['add', 'remove'] : ['remove', 'add'];
        expect(changes).toEqual([first, second, first]);
        expect((requests[2]?.at ?? 0) - (requests[1]?.at ?? 0)).toBeGreaterThan(LAG_ALLOWANCE_MS);
      }
    }
  });
});
