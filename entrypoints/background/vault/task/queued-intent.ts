import type { IntentRow } from '@/entrypoints/background/storage/rows';
import type { Problem, Result } from '@/utils/problem';
import type { Target, VersionFact } from '@/utils/vault/membership';
import { type Arrival, confirmationOf, elapsedAtConfirmation, graceEndOf, isReAdd } from './arrival';

/** One intent on its way, with all callers who wait for it. Every change of it is a function of this file. */
export type QueuedIntent = {
  readonly row: IntentRow;
  waiting: readonly ((result: Result<VersionFact>) => void)[];
  /** `elapsed()` when a removal was confirmed, for an addition when it was intended: the clock may be set, this may not. */
  confirmedElapsed: number;
  /** It is in the journal. Only then is it shown: a new worker has to know of everything that pages see going on. */
  isWritten: boolean;
  /** Not to be sent before this moment (`elapsed()`). */
  retryAt: number;
  /** `elapsed()` at which a removal may be sent; until then it can be taken back. 0: now. */
  graceEndsAt: number;
  /** One of several removals that were confirmed together: they leave a few at a time. */
  isOfList: boolean;
  /** The addition whose place a removal has taken before anything was sent for it: an undo brings it back. */
  before?: QueuedIntent | undefined;
};

/** Queues an arrival; the callers of the intent that it replaces hear what comes of it. */
export function createQueued(arrival: Arrival, replaced?: QueuedIntent): QueuedIntent {
  const { intent, now, resolve } = arrival;
  return {
    row: {
      ...createRow(intent.target, now),
      confirmedAt: confirmationOf(intent),
      addAgain: isReAdd(intent),
      ...(intent.target === 'in' && intent.need && { need: intent.need }),
    },
    waiting: [...(replaced?.waiting ?? []), resolve],
    confirmedElapsed: elapsedAtConfirmation(arrival),
    isWritten: replaced?.isWritten ?? false,
    retryAt: 0,
    graceEndsAt: graceEndOf(arrival),
    isOfList: intent.isOfList === true,
    before: replaced?.row.target === 'in' && intent.target === 'out' ? replaced : undefined,
  };
}

/** The addition that follows a "remove, then add again", for the same callers. `undefined`: none follows. */
export function followUpOf({ row, waiting }: QueuedIntent, now: number, elapsed: number): QueuedIntent | undefined {
  return row.addAgain ? createAddition(now, elapsed, waiting) : undefined;
}

/** The addition of a version that is owed to the user: a new worker knows of it from the journal. */
export function createAddition(now: number, elapsed: number, waiting: QueuedIntent['waiting'] = []): QueuedIntent {
  return { ...WRITTEN, row: createRow('in', now), waiting, confirmedElapsed: elapsed };
}

/**
 * An intent of an earlier worker, without the callers who waited for it. A removal loses its confirmation: no first removal leaves from
 * a journal, nor another one after a lost answer.
 */
export function restoreQueued(row: IntentRow, elapsed: number): QueuedIntent {
  return { ...WRITTEN, row: { ...row, confirmedAt: undefined }, waiting: [], confirmedElapsed: elapsed };
}

const WRITTEN = { isWritten: true, retryAt: 0, graceEndsAt: 0, isOfList: false } as const;

/** The same was intended once more; the newer confirmation counts. */
export function joinQueued(queued: QueuedIntent, arrival: Arrival): void {
  const { intent, resolve } = arrival;
  queued.waiting = [...queued.waiting, resolve];
  // What an earlier worker left was not due any more.
  if (queued.row.confirmedAt === undefined && queued.row.attempts === 0) queued.graceEndsAt = graceEndOf(arrival);
  const confirmedElapsed = elapsedAtConfirmation(arrival);
  if (confirmedElapsed < queued.confirmedElapsed && queued.row.confirmedAt !== undefined) return;
  queued.confirmedElapsed = confirmedElapsed;
  queued.row.confirmedAt = confirmationOf(intent);
  queued.row.addAgain = isReAdd(intent);
}

/** True for a removal that can be taken back: no request was made for it. One that is to be followed by an addition takes nothing away. */
export function canTakeBack({ row }: QueuedIntent): boolean {
  return row.target === 'out' && row.attempts === 0 && !row.addAgain;
}

/** The user doesn't want to wait until the grace is over. */
export function endGrace(queued: QueuedIntent): void {
  queued.graceEndsAt = 0;
}

/** The user is still looking at the run that they have confirmed. */
export function confirmAgain(queued: QueuedIntent, now: number, elapsed: number): void {
  queued.row.confirmedAt = now;
  queued.confirmedElapsed = elapsed;
}

/** The callers of `other` hear what comes of this one. */
export function takeCallers(queued: QueuedIntent, other: QueuedIntent): void {
  queued.waiting = [...queued.waiting, ...other.waiting];
}

/** A removal was taken back: the addition before it goes on, and its callers hear what comes of that. */
export function bringBack(before: QueuedIntent, removal: QueuedIntent): void {
  before.waiting = removal.waiting;
  before.isWritten = removal.isWritten;
}

/** It is in the journal. */
export function markWritten(queued: QueuedIntent): void {
  queued.isWritten = true;
}

/** A request is about to be sent for it. */
export function countAttempt({ row }: QueuedIntent): void {
  row.attempts += 1;
}

/** That request was not sent after all. */
export function uncountAttempt({ row }: QueuedIntent): void {
  row.attempts -= 1;
}

/** A check failed; returns how many did. */
export function countFailedCheck({ row }: QueuedIntent): number {
  row.failedChecks += 1;
  return row.failedChecks;
}

/** The answer said the opposite: the next request corrects it and is the last. */
export function contradict({ row }: QueuedIntent, cause: Problem): void {
  row.contradicted = true;
  row.cause = cause;
}

/** A request came to nothing, as far as is known: the next leaves no sooner than at `retryAt` (`elapsed()`). */
export function retryLater(queued: QueuedIntent, cause: Problem, retryAt: number): void {
  queued.row.cause = cause;
  queued.retryAt = retryAt;
}

function createRow(target: Target, now: number): IntentRow {
  return {
    target,
    askedAt: now,
    confirmedAt: undefined,
    addAgain: false,
    attempts: 0,
    failedChecks: 0,
    contradicted: false,
    cause: undefined,
  };
}
