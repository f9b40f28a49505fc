import type { JournalRow, OwedRow } from '@/entrypoints/background/storage/rows';
import { UNDO_ARRIVES_MS } from '@/entrypoints/background/vault/constants';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Activity } from '@/utils/vault/membership';
import { type Attempt, attemptRowOf } from './attempt';
import { bringBack, canTakeBack, markWritten, type QueuedIntent, takeCallers } from './queued-intent';

/**
 * Everything unsettled about one version, from all tabs; one function at a time works on it. Its fields are written in this file
 * and in enqueue-intent.ts, but for `run`, which run-task.ts and pause.ts keep.
 */
export type VersionTask = {
  readonly versionId: VersionId;
  /** The intent being carried out. */
  intent: QueuedIntent | undefined;
  /** Asked for while the request of `intent` was unanswered; the newest intent wins. */
  next: QueuedIntent | undefined;
  /** Settled, and shown as going on until that is written. */
  closing: QueuedIntent | undefined;
  attempt: Attempt | undefined;
  /** An intent is settled that pages may not have heard of yet. */
  isUnannounced: boolean;
  /** It left the vault only to be added again. */
  owed: OwedRow | undefined;
  /** What is being done for `intent`. */
  step: Pick<Activity, 'phase' | 'reason' | 'since'>;
  /** While a function works on it. `wake` cuts its pause short. */
  run: { wake?: AbortController | undefined } | undefined;
};

/** A task with nothing in it. */
export function createTask(versionId: VersionId): VersionTask {
  return {
    versionId,
    intent: undefined,
    next: undefined,
    closing: undefined,
    attempt: undefined,
    isUnannounced: false,
    owed: undefined,
    step: { phase: 'waiting', since: 0 },
    run: undefined,
  };
}

/** The queued intents are in the journal. */
export function markTaskWritten({ intent, next }: VersionTask): void {
  for (const queued of [intent, next]) if (queued) markWritten(queued);
}

/** The current intent is settled: the waiting one follows it, or else `followUp`. It is shown until {@link endClosing}. */
export function closeIntent(task: VersionTask, followUp: QueuedIntent | undefined): void {
  task.closing = task.intent;
  task.intent = task.next ?? followUp;
  task.next = undefined;
  task.isUnannounced = true;
}

/** A version that is owed to the user is to be added now. */
export function setIntent(task: VersionTask, intent: QueuedIntent): void {
  task.intent = intent;
}

/**
 * The newest intent is taken back: its callers hear what comes of the one before, which may be waiting for its answer. False: there was
 * none before it.
 */
export function dropNewest(task: VersionTask): boolean {
  const { intent, next } = task;
  const before = next ? intent : intent?.before;
  const newest = next ?? intent;
  if (!before || !newest) return false;
  if (next) takeCallers(before, newest);
  else bringBack(before, newest);
  task.intent = before;
  task.next = undefined;
  return true;
}

/** What {@link closeIntent} did is written. */
export function endClosing(task: VersionTask): void {
  task.closing = undefined;
}

/** Every page has heard how the task stands. */
export function markAnnounced(task: VersionTask): void {
  task.isUnannounced = false;
}

/** Replaces the attempt by what `transition` makes of it as it is now: it may have been overtaken during an await. */
export function changeAttempt(task: VersionTask, transition: (attempt: Attempt) => Attempt): void {
  if (task.attempt) task.attempt = transition(task.attempt);
}

/** A request is about to be sent, or (`undefined`) the last one is settled. */
export function setAttempt(task: VersionTask, attempt: Attempt | undefined): void {
  task.attempt = attempt;
}

/** The version has to be added again; `undefined`: it is in the vault, or the user no longer wants it there. */
export function setOwed(task: VersionTask, owed: OwedRow | undefined): void {
  task.owed = owed;
}

/** What is being done for the intent. */
export function setStep(task: VersionTask, step: VersionTask['step']): void {
  task.step = step;
}

/** True while a request of the current intent has no answer yet. */
export function isUnanswered({ intent, attempt }: VersionTask): boolean {
  return Boolean(intent && intent.row.attempts > 0 && attempt?.kind === 'unanswered');
}

/** The task as a row of the journal; `undefined` if there is nothing to settle. `at` is `elapsed()`. */
export function journalRowOf(task: VersionTask, at: number): JournalRow | undefined {
  const { versionId, intent, next, attempt, isUnannounced, owed } = task;
  if (!intent && !next && !attempt && !isUnannounced && !owed) return undefined;
  return {
    versionId,
    intent: intent && { ...intent.row },
    next: next && { ...next.row },
    attempt: attempt && attemptRowOf(attempt, at),
    unannounced: isUnannounced,
    owed,
  };
}

/** What users see going on. The newest intent is what they asked for, even while the request of an older one is unanswered. */
export function activityOf({ intent, next, closing, step }: VersionTask, clock: Dated): Activity | undefined {
  const current = intent?.isWritten ? intent : closing;
  if (!current) return undefined;
  if (!next?.isWritten) return { target: current.row.target, ...step, ...graceOf(current, clock) };
  const reason: Problem = { kind: 'unsettled', target: current.row.target };
  return { target: next.row.target, phase: 'waiting', since: next.row.askedAt, reason, ...graceOf(next, clock) };
}

type Dated = { now(): number; elapsed(): number };

/** The grace of a removal, until it is sent or the user wants no grace. `until` is what pages count down to, epoch ms. */
function graceOf(queued: QueuedIntent, { now, elapsed }: Dated): Pick<Activity, 'until'> & { phase?: 'grace' } {
  const { graceEndsAt } = queued;
  if (graceEndsAt === 0 || !canTakeBack(queued)) return {};
  return { phase: 'grace', until: Math.round(now() + graceEndsAt - UNDO_ARRIVES_MS - elapsed()) };
}
