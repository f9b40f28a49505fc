import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { VersionId } from '@/utils/civitai/ids';
import type { Answer, Link, ToggleAnswer } from './link';
import { courseOf } from './toggle-course';

/** A toggle as it leaves the worker. */
export type Toggle = { id: VersionId; session: string | undefined; isStreamed: boolean };

/** Lets a toggle meet its fate, and what the browser makes of a connection that drops. */
export function sendToggle(link: Link, request: Toggle, answer: Answer<ToggleAnswer>): void {
  const { next, oracle, wall, locally } = link;
  const { id, session, isStreamed } = request;
  const fate = next.attempt();
  const { commitMs, answerMs, failure } = courseOf(fate, next.latency(), wall);
  const attempt = oracle.judgeAttempt(id, session, fate.kind !== 'not-sent', wall);
  const repeat = failure ? undefined : next.repeat();
  const done = commit(link, id, commitMs, { by: 'us', committed: () => oracle.judgeEffect(attempt) });
  const again = isStreamed ? undefined : repeat && commit(link, id, repeat.at + answerMs, { by: 'browser' });
  const isLost = repeat && (isStreamed || repeat.isLost);
  locally(repeat ? answerMs + repeat.at + 1 : answerMs, () => {
    if (failure || isLost) return answer(failure ?? LOST);
    const value = (again ?? done)();
    answer({ ok: true, value }, () => oracle.recordAnswer(id, value.now));
  });
}

const LOST: ApiFailure = { ok: false, sent: 'maybe', problem: { kind: 'site-error' } };

/** The toggle takes effect after `afterMs`, or never. Returns what reads its answer. */
function commit(
  { next, server, remotely }: Link,
  id: VersionId,
  afterMs: number | undefined,
  { by, committed }: { by: 'us' | 'browser'; committed?(): void },
): () => ToggleAnswer {
  let done: ToggleAnswer = { now: 'out' };
  if (afterMs !== undefined) {
    remotely(afterMs, () => {
      const { itemId } = server.toggle(id, next.lag(), by);
      committed?.();
      if (itemId !== undefined) done = { now: 'in', itemId };
    });
  }
  return () => done;
}
