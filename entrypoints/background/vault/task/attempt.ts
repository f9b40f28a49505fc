import type { AttemptRow, AttemptState, SentRequest } from '@/entrypoints/background/storage/rows';
import { LAST_COMMIT_MS } from '@/entrypoints/background/timing/replica-lag';
import type { Target } from '@/utils/vault/membership';

/** What only the worker that made or restored an attempt knows of it. Times are `elapsed()`. */
type Progress = {
  /** When it was answered, or sent while there is no answer; before 0 for what an earlier worker sent. */
  since: number;
  /** Age at which the next check is due, ms; 0: none was made yet. */
  checkAtAgeMs: number;
  /** Failed checks in a row while no caller waits. */
  failedChecks: number;
  /** This worker heard the answer: it counts as knowledge. */
  isHeard: boolean;
};

/** The last request for a version until a check has shown what it did. Every change of it is a function of this file. */
export type Attempt = SentRequest & Progress & AttemptState;
export type UnansweredAttempt = Extract<Attempt, { kind: 'unanswered' }>;
export type AnsweredAttempt = Exclude<Attempt, UnansweredAttempt>;

/** A request that is about to be sent. */
export function openAttempt(request: SentRequest, at: number): Attempt {
  const progress = { since: at, checkAtAgeMs: 0, failedChecks: 0, isHeard: false };
  return { ...request, ...progress, kind: 'unanswered', lastSeen: undefined, isOvertaken: false };
}

/** It is being sent now: writing it down took some time. */
export function sendAttempt(attempt: Attempt, at: number): Attempt {
  return { ...attempt, since: at };
}

/** The site has answered. Where the version was toggled from elsewhere meanwhile, the answer proves nothing. */
export function answerAttempt(attempt: Attempt, answer: Target, at: number): Attempt {
  if (isOvertaken(attempt)) return turn(attempt, { kind: 'overtaken', answer }, { since: at });
  return turn(attempt, { kind: 'answered', answer }, { since: at, isHeard: true });
}

/** The site has refused: the version is as before, although the worker has not heard that as an answer. */
export function refuseAttempt(attempt: Attempt, at: number): Attempt {
  return { ...answerAttempt(attempt, attempt.before, at), isHeard: false };
}

/** The site has refused, and yet a check shows the version as it was meant: only later checks can tell. */
export function reopenRefused(attempt: Attempt, at: number): Attempt {
  const state = { kind: 'unanswered', lastSeen: attempt.meant, isOvertaken: isOvertaken(attempt) } as const;
  return turn(attempt, state, { since: at - LAST_COMMIT_MS });
}

/** The site's own handler has failed: what it did is done, and nothing takes effect later. */
export function endCommitTime(attempt: Attempt, at: number): Attempt {
  return { ...attempt, since: Math.min(attempt.since, at - LAST_COMMIT_MS) };
}

/** A check was made while there is no answer; the next is due at that age. */
export function checkAttempt(attempt: Attempt, lastSeen: Target, checkAtAgeMs: number): Attempt {
  return attempt.kind === 'unanswered' ? { ...attempt, lastSeen, checkAtAgeMs } : attempt;
}

/** Two checks and the storage used agree: as good as an answer that was given at `at`, and as little where it was overtaken. */
export function proveAttempt(attempt: Attempt, answer: Target, at: number): Attempt {
  if (isOvertaken(attempt)) return turn(attempt, { kind: 'overtaken', answer }, { since: at, checkAtAgeMs: 0 });
  return turn(attempt, { kind: 'answered', answer }, { since: at, isHeard: true, checkAtAgeMs: 0 });
}

/** A check disagrees with the answer; the next is due at that age. */
export function disputeAttempt(attempt: Attempt, checkAtAgeMs: number): Attempt {
  if (attempt.kind !== 'answered' && attempt.kind !== 'disputed') return attempt;
  return { ...attempt, kind: 'disputed', checkAtAgeMs };
}

/**
 * The version was toggled from elsewhere. An answer counts only as the last change that a replica may not know; without an answer, the
 * storage used proves nothing any more.
 */
export function overtakeAttempt(attempt: Attempt, at: number): Attempt {
  if (attempt.kind === 'unanswered') return { ...attempt, isOvertaken: true, usedKb: undefined };
  const { answer } = attempt;
  return turn(attempt, { kind: 'overtaken', answer }, { since: at, isHeard: false, checkAtAgeMs: 0 });
}

/** A check failed while no caller waits. */
export function countFailedCheck(attempt: Attempt): Attempt {
  return { ...attempt, failedChecks: attempt.failedChecks + 1 };
}

/** An attempt of an earlier worker: its age goes on, and its answer was not heard by this one. */
export function restoreAttempt({ ageMs, ...row }: AttemptRow, at: number): Attempt {
  return { ...row, since: at - ageMs, checkAtAgeMs: 0, failedChecks: 0, isHeard: false };
}

/** The attempt as the journal keeps it. */
export function attemptRowOf(attempt: Attempt, at: number): AttemptRow {
  const { since: _, checkAtAgeMs: __, failedChecks: ___, isHeard: ____, ...row } = attempt;
  return { ...row, ageMs: ageMsOf(attempt, at) };
}

/** At least so much time has passed since the answer, or since sending while there is none. */
export function ageMsOf({ since }: Attempt, at: number): number {
  return at - since;
}

/** The answer that no check may contradict; `undefined`: checks may say anything. */
export function standingAnswer(attempt: Attempt | undefined): Target | undefined {
  return attempt?.kind === 'answered' || attempt?.kind === 'disputed' ? attempt.answer : undefined;
}

/** True if the browser may have sent it a second time by itself: a version that is in then may be there twice. */
export function mayBeDoubled({ isStreamed }: Attempt, state: Target): boolean {
  return state === 'in' && !isStreamed;
}

function isOvertaken(attempt: Attempt): boolean {
  return attempt.kind === 'overtaken' || (attempt.kind === 'unanswered' && attempt.isOvertaken);
}

/** Another state of the same request, without what belonged to the one before. */
function turn(attempt: Attempt, state: AttemptState, progress: Partial<Progress>): Attempt {
  const { lastSeen: _, isOvertaken: __, answer: ___, ...kept } = { lastSeen: 0, isOvertaken: 0, answer: 0, ...attempt };
  return { ...kept, ...progress, ...state };
}
