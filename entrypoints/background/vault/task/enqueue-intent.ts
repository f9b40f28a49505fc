import { type Arrival, isReAdd } from './arrival';
import { createQueued, joinQueued, takeCallers } from './queued-intent';
import { isUnanswered, setOwed, type VersionTask } from './version-task';

/** Queues an intent: it joins an equal one, replaces a waiting one, or waits behind the one whose request is unanswered. */
export function enqueueIntent(task: VersionTask, arrival: Arrival): void {
  const { target } = arrival.intent;
  // The user no longer wants it in the vault.
  if (target === 'out' && !isReAdd(arrival.intent)) setOwed(task, undefined);
  const newest = task.next ?? task.intent;
  if (newest?.row.target === target) joinQueued(newest, arrival);
  else if (task.intent && task.next) {
    // Back to what was sent already: the intent in between is taken back.
    takeCallers(task.intent, task.next);
    task.next = undefined;
    joinQueued(task.intent, arrival);
  } else if (task.intent && isUnanswered(task)) task.next = createQueued(arrival);
  else task.intent = createQueued(arrival, task.intent);
}

/** The waiting intent takes over; the callers who wait for the older one hear what comes of it. */
export function promoteNext(task: VersionTask): void {
  const { intent, next } = task;
  if (!next) return;
  if (intent) takeCallers(next, intent);
  task.intent = next;
  task.next = undefined;
}
