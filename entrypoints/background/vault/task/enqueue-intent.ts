import type { IntentRow } from '@/entrypoints/background/storage/rows';
import type { Intent } from '@/utils/messages/protocol';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { isUnanswered, type QueuedIntent, type VersionTask } from './version-task';

/** An intent that has just come from a page; `resolve` hears what comes of it. */
type Arrival = { intent: Intent; now: number; elapsed: number; resolve(result: Result<VersionFact>): void };

/** Queues an intent: it joins an equal one, replaces a waiting one, or waits behind the one whose request is unanswered. */
export function enqueueIntent(task: VersionTask, arrival: Arrival): void {
  const { target } = arrival.intent;
  const newest = task.next ?? task.intent;
  if (newest?.row.target === target) joinIntent(newest, arrival);
  else if (task.intent && task.next) {
    // Back to what was sent already: the intent in between is taken back.
    task.intent.waiting.push(...task.next.waiting);
    task.next = undefined;
    joinIntent(task.intent, arrival);
  } else if (task.intent && isUnanswered(task)) task.next = createQueued(arrival);
  else task.intent = createQueued(arrival, task.intent);
}

/** The waiting intent takes over; the callers who wait for the older one hear what comes of it. */
export function promoteNext(task: VersionTask): void {
  const { intent, next } = task;
  if (!next) return;
  if (intent) next.waiting.push(...intent.waiting);
  task.intent = next;
  task.next = undefined;
}

/** The addition that follows a "remove, then add again", for the same callers. `undefined`: none follows. */
export function followUpOf({ row, waiting }: QueuedIntent, now: number, elapsed: number): QueuedIntent | undefined {
  if (!row.addAgain) return undefined;
  return { row: newRow('in', now), waiting, confirmedElapsed: elapsed, isWritten: true, retryAt: 0 };
}

function joinIntent(queued: QueuedIntent, arrival: Arrival): void {
  const { intent, resolve } = arrival;
  queued.waiting.push(resolve);
  const confirmedElapsed = elapsedAtConfirmation(arrival);
  if (confirmedElapsed < queued.confirmedElapsed && queued.row.confirmedAt !== undefined) return;
  queued.confirmedElapsed = confirmedElapsed;
  queued.row.confirmedAt = confirmationOf(intent);
  queued.row.addAgain = isReAdd(intent);
}

function createQueued(arrival: Arrival, replaced?: QueuedIntent): QueuedIntent {
  const { intent, now, resolve } = arrival;
  return {
    row: { ...newRow(intent.target, now), confirmedAt: confirmationOf(intent), addAgain: isReAdd(intent) },
    waiting: [...(replaced?.waiting ?? []), resolve],
    confirmedElapsed: elapsedAtConfirmation(arrival),
    isWritten: replaced?.isWritten ?? false,
    retryAt: 0,
  };
}

function newRow(target: Intent['target'], now: number): IntentRow {
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

function isReAdd(intent: Intent): boolean {
  return intent.target === 'out' && intent.addAgain === true;
}

function confirmationOf(intent: Intent): number | undefined {
  return intent.target === 'out' ? intent.confirmedAt : undefined;
}

/** `elapsed()` of a confirmation that was dated by the clock. */
function elapsedAtConfirmation({ intent, now, elapsed }: Pick<Arrival, 'intent' | 'now' | 'elapsed'>): number {
  return elapsed - Math.max(0, now - (confirmationOf(intent) ?? now));
}
