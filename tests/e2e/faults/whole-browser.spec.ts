import { describe, expect, it } from 'vitest';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { type Case, type Ending, readEnding, start } from './side-by-side.ts';

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
    endings = found;
  };

  // One is tried again among all the others: what only fails beside them must not pass by being alone.
  setUp(carryOut, undefined, 200_000);

  it.for(cases)('$target: $way.name', async current => {
    const { target, way } = current;
    const { state, words, rows, requests } = endings.get(current) ?? expect.fail('It was not carried out');
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
