import type { AttemptRow, IntentRow, JournalRow } from '@/entrypoints/background/storage/rows';
import type { CheckedState } from '@/entrypoints/background/vault/check-batch';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem, Result } from '@/utils/problem';
import type { Activity, VersionFact } from '@/utils/vault/membership';

/** One intent on its way, with all callers who wait for it. */
export type QueuedIntent = {
  row: IntentRow;
  waiting: ((result: Result<VersionFact>) => void)[];
  /** `elapsed()` when a removal was confirmed, for an addition when it was intended: the clock may be set, this may not. */
  confirmedElapsed: number;
  /** It is in the journal. Only then is it shown: a new worker has to know of everything that pages see going on. */
  isWritten: boolean;
  /** Not to be sent before this moment (`elapsed()`). */
  retryAt: number;
};

/** Everything unsettled about one version, from all tabs; one function at a time works on it. */
export type VersionTask = {
  readonly versionId: VersionId;
  intent: QueuedIntent | undefined;
  next: QueuedIntent | undefined;
  attempt: AttemptRow | undefined;
  /** `elapsed()` at which `attempt.ageMs` was true. */
  attemptAgeAsOf: number;
  /** This worker heard the answer just now: it counts as knowledge. */
  isAnswerFresh: boolean;
  /** Age of the attempt at which the next check is due. */
  checkAtAgeMs: number;
  /** Failed checks in a row while no caller waits. */
  failedChecks: number;
  /** A check so young that it needs no repeating. */
  freshCheck: CheckedState | undefined;
  /** Settled, and shown as going on until that is written. */
  closing: QueuedIntent | undefined;
  /** An intent is settled that pages may not have heard of yet. */
  unannounced: boolean;
  /** What is being done for `intent`. */
  step: Pick<Activity, 'phase' | 'reason'>;
  stepSince: number;
  isRunning: boolean;
  /** Cuts a pause short. */
  pauseEnd: AbortController | undefined;
};

/** A task with nothing in it. */
export function createTask(versionId: VersionId): VersionTask {
  return {
    versionId,
    intent: undefined,
    next: undefined,
    attempt: undefined,
    attemptAgeAsOf: 0,
    isAnswerFresh: false,
    checkAtAgeMs: 0,
    failedChecks: 0,
    freshCheck: undefined,
    closing: undefined,
    unannounced: false,
    step: { phase: 'waiting' },
    stepSince: 0,
    isRunning: false,
    pauseEnd: undefined,
  };
}

/** True while a request of the current intent has no answer yet. */
export function isUnanswered({ intent, attempt }: VersionTask): boolean {
  return Boolean(intent && intent.row.attempts > 0 && attempt && attempt.answer === undefined);
}

/** At least so much time has passed since the answer, or since sending while there is none. `at` is `elapsed()`. */
export function attemptAgeMs(task: VersionTask, attempt: AttemptRow, at: number): number {
  return attempt.ageMs + at - task.attemptAgeAsOf;
}

/** Brings `attempt.ageMs` up to date, so that a new worker goes on from here. */
export function ageAttempt(task: VersionTask, at: number): void {
  if (task.attempt) task.attempt.ageMs = attemptAgeMs(task, task.attempt, at);
  task.attemptAgeAsOf = at;
}

/**
 * The version was toggled from elsewhere since. An answer is history now, and counts only as the last change that a replica may not
 * know; without an answer, the storage used proves nothing any more.
 */
export function overtakeAttempt(task: VersionTask, attempt: AttemptRow, at: number): void {
  attempt.overtaken = true;
  task.isAnswerFresh = false;
  if (attempt.answer === undefined) attempt.usedKb = undefined;
  else {
    attempt.ageMs = 0;
    task.attemptAgeAsOf = at;
    task.checkAtAgeMs = 0;
  }
}

/** The task as a row of the journal; `undefined` if there is nothing to settle. */
export function journalRowOf({ versionId, intent, next, attempt, unannounced }: VersionTask): JournalRow | undefined {
  if (!intent && !next && !attempt && !unannounced) return undefined;
  return {
    versionId,
    intent: intent && { ...intent.row },
    next: next && { ...next.row },
    attempt: attempt && { ...attempt },
    unannounced,
  };
}

/** What users see going on. The newest intent is what they asked for, even while the request of an older one is unanswered. */
export function activityOf({ intent, next, closing, step, stepSince }: VersionTask): Activity | undefined {
  const current = intent?.isWritten ? intent : closing;
  if (!current) return undefined;
  if (!next?.isWritten) return { target: current.row.target, ...step, since: stepSince };
  const reason: Problem = { kind: 'unsettled', target: current.row.target };
  return { target: next.row.target, phase: 'waiting', since: next.row.askedAt, reason };
}
