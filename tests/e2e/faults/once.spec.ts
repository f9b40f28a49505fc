import { describe, expect, it } from 'vitest';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import {
  carryOutAll,
  everyLoss,
  type Found,
  isRightOrTold,
  isSettled,
  type Loss,
  oneOfEach,
  rowsIntended,
} from './once.ts';

/** By then a lost request is settled, and after that a second row is found. */
const SETTLED_MS = 110_000;
const LAG_ALLOWANCE_MS = 15_000;
/** Firefox makes a text of a stream, and repeats that on both protocols. */
const canStream = browserName === 'chromium';

function demandOnce({ loss, rows, posts, problem, outcome, state }: Found, isOnceOnly: boolean): void {
  const words = `${outcome}, ${state}, ${problem}; ${rows} rows, ${posts.length} requests`;
  const intended = rowsIntended(loss);
  const isBefore = loss.fault.kind === 'drop' && loss.fault.when === 'before-commit';
  // A minute after its confirmation nothing is removed any more: one that was not begun by then is told, and asked for again.
  const isLate = isBefore && loss.target === 'out' && problem === 'removal-expired';
  if (isLate) {
    expect({ rows, outcome, requests: posts.length }, words).toEqual({ rows: 1, outcome: problem, requests: 1 });
    return;
  }
  const isTold = rows === 2 && problem === 'duplicated';
  if (isOnceOnly || !isTold) expect(rows, words).toBe(intended);
  if (!isTold) expect(problem, words).toBeUndefined();
  if (!isTold) expect(['ok', undefined], words).toContain(outcome);
  if (everyCase) expect(outcome, words).toBeDefined();
  if (isOnceOnly) {
    // Before the commit nothing was done: once that is certain, a second request is right.
    expect(posts.length, words).toBeLessThanOrEqual(isBefore ? 2 : 1);
    for (const [index, { at }] of posts.entries())
      if (index > 0) expect(at - (posts[index - 1]?.at ?? 0), words).toBeGreaterThan(LAG_ALLOWANCE_MS);
  }
}

type Protocol = '2.0' | '1.1';

function suite(protocol: Protocol, losses: readonly Loss[], which = ''): void {
  describe(`a request whose connection is lost, on HTTP/${protocol}${which}`, () => {
    const stage = useStage({ member: 'small' });
    const isHttp2 = protocol === '2.0';
    const isOnceOnly = isHttp2 && canStream;
    let found: Found[] = [];
    const carryOut = async () => {
      stage.sandbox.settings.http2 = isHttp2;
      stage.sandbox.disconnect();
      // How the engine settles what was lost is waited for in changes.spec.ts.
      found = await carryOutAll(stage, losses, SETTLED_MS, everyCase ? isSettled : isRightOrTold);
    };
    // One is tried again among all the others: what only fails beside them must not pass by being alone.
    setUp(carryOut, undefined, 300_000);

    it.for(losses)('$target, $lagMs ms behind: $name', loss => {
      const mine = found.find(each => each.loss === loss) ?? expect.fail('It was not carried out');
      for (const post of mine.posts) {
        expect(post.protocol).toBe(protocol);
        expect(post.isStreamed).toBe(isOnceOnly);
      }
      demandOnce(mine, isOnceOnly);
    });
  });
}

/** A removal that was lost holds for a minute: what others change at the same time must not keep it from being certain by then. */
const isHurried = ({ target, fault }: Loss): boolean =>
  target === 'out' && fault.kind === 'drop' && fault.when === 'before-commit';

if (!everyCase) suite('2.0', oneOfEach());
else {
  suite(
    '2.0',
    everyLoss().filter(loss => !isHurried(loss)),
  );
  suite('2.0', everyLoss().filter(isHurried), ', removals that were not begun');
  suite('1.1', canStream ? everyLoss() : oneOfEach());
}

if (everyCase && canStream) {
  describe('a site that carries no streams, or no more', () => {
    const stage = useStage({ member: 'small' });
    const html = '<!doctype html><title>Just a moment</title>';

    it.each([
      ['forbids the question with a page', { kind: 'status', status: 403, html }],
      ['answers it with 200', { kind: 'status', status: 200, json: { vault: null } }],
      ['never answers it', { kind: 'hang' }],
    ] as const)('%s: toggles leave plain, and once', { timeout: 90_000 }, async (_what, fault) => {
      stage.sandbox.faults.add({ endpoint: 'vault/get', method: 'POST', ...fault });
      await stage.browser.killWorker();
      const calm: Loss[] = [{ name: 'none', target: 'in', fault: { kind: 'delay', ms: 0 }, lagMs: 0 }];
      const [found = expect.fail('nothing was found')] = await carryOutAll(stage, calm, 30_000);
      expect(found).toMatchObject({ outcome: 'ok', rows: 1, posts: [{ isStreamed: false }] });
      expect(stage.sandbox.requests.of('vault/get').filter(({ method }) => method === 'POST')).toHaveLength(1);
    });

    it('turns from HTTP/2 to HTTP/1.1 midway: nothing leaves twice', { timeout: 150_000 }, async () => {
      const calm = (target: Loss['target']): Loss => ({
        name: 'none',
        target,
        fault: { kind: 'delay', ms: 0 },
        lagMs: 0,
      });
      await stage.browser.killWorker();
      const [before] = await carryOutAll(stage, [calm('in')], 30_000);
      expect(before).toMatchObject({ outcome: 'ok', posts: [{ isStreamed: true }] });
      stage.sandbox.settings.http2 = false;
      stage.sandbox.disconnect();
      const after = await carryOutAll(stage, [calm('in'), calm('out')], SETTLED_MS);
      stage.sandbox.settings.http2 = true;
      expect(after.map(({ rows, outcome }) => [rows, outcome])).toEqual([
        [1, 'ok'],
        [0, 'ok'],
      ]);
      for (const { posts } of after) expect(posts).toMatchObject([{ isStreamed: false, protocol: '1.1' }]);
    });
  });
}
