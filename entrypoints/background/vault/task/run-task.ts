import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/checks/check-batch';
import { isOwedDue } from '@/entrypoints/background/vault/owed';
import { expiryOf, isRemovalExpired } from '@/entrypoints/background/vault/removals/removal-expiry';
import { ageMsOf } from './attempt';
import { confirmAnswer } from './confirm-answer';
import { promoteNext } from './enqueue-intent';
import { endPause } from './pause';
import { createAddition, type QueuedIntent } from './queued-intent';
import { sendIntent } from './send-toggle';
import { settleUnanswered } from './settle-unanswered';
import { announceSettled, saveTask, settleIntent, type TaskContext } from './task-steps';
import { isUnanswered, setIntent, type VersionTask } from './version-task';

/** Works on a task until nothing of it is unsettled. A second call only cuts a pause short. */
export async function runTask(context: TaskContext, task: VersionTask): Promise<void> {
  if (task.run) return endPause(task);
  task.run = {};
  // An intent that is being settled announces itself, once it no longer shows as going on.
  if (task.isUnannounced && !task.closing) await announceSettled(context, task);
  let checked: CheckedState | undefined;
  while (task.intent || task.attempt || isOwedDue(task, context.parts.clock))
    checked = await step(context, task, checked);
  task.run = undefined;
}

/** `checked`: what the step before has found. Returns what the next one may find in it. */
async function step(
  context: TaskContext,
  task: VersionTask,
  checked: CheckedState | undefined,
): Promise<CheckedState | undefined> {
  const { intent, attempt } = task;
  const { clock } = context.parts;
  if (!intent && isOwedDue(task, clock)) {
    setIntent(task, createAddition(clock.now(), clock.elapsed()));
    return undefined;
  }
  if (intent && hasComeTrue(context, task, intent)) {
    await settleIntent(context, task);
    return undefined;
  }
  if (task.next && !isUnanswered(task)) {
    promoteNext(task);
    await saveTask(context, task);
    return checked;
  }
  if (intent && intent.row.attempts === 0 && isRemovalExpired(context, intent)) {
    await settleIntent(context, task, expiryOf(intent));
    return undefined;
  }
  if (attempt?.kind === 'unanswered') return settleUnanswered(context, task, attempt);
  if (attempt) return confirmAnswer(context, task, attempt);
  return intent && sendIntent(context, task, intent, checked);
}

/** True if a toggle's answer, heard by this very worker and so young that no check knows better, says that it is as intended. */
function hasComeTrue(context: TaskContext, { attempt }: VersionTask, intent: QueuedIntent): boolean {
  if (attempt?.kind !== 'answered' || !attempt.isHeard || attempt.answer !== intent.row.target) return false;
  return intent.row.attempts > 0 || ageMsOf(attempt, context.parts.clock.elapsed()) < LAG_ALLOWANCE_MS;
}
