import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { confirmAnswer } from './confirm-answer';
import { promoteNext } from './enqueue-intent';
import { isExpired } from './removal-expiry';
import { sendIntent } from './send-toggle';
import { settleUnanswered } from './settle-unanswered';
import { announceSettled, saveTask, settleIntent, type TaskContext } from './task-steps';
import { attemptAgeMs, isUnanswered, type QueuedIntent, type VersionTask } from './version-task';

/** Works on a task until nothing of it is unsettled. A second call only cuts a pause short. */
export async function runTask(context: TaskContext, task: VersionTask): Promise<void> {
  if (task.isRunning) {
    task.pauseEnd?.abort();
    return;
  }
  task.isRunning = true;
  if (task.unannounced) await announceSettled(context, task);
  while (task.intent || task.attempt) await step(context, task);
  task.isRunning = false;
}

async function step(context: TaskContext, task: VersionTask): Promise<void> {
  const { intent, attempt } = task;
  if (intent && hasComeTrue(context, task, intent)) return settleIntent(context, task);
  if (task.next && !isUnanswered(task)) {
    promoteNext(task);
    await saveTask(context, task);
    return;
  }
  if (intent && intent.row.attempts === 0 && isExpired(context, intent)) {
    return settleIntent(context, task, { kind: 'removal-expired' });
  }
  if (attempt)
    return attempt.answer === undefined
      ? settleUnanswered(context, task, attempt)
      : confirmAnswer(context, task, attempt);
  if (intent) return sendIntent(context, task, intent);
}

/** True if a toggle's answer, heard by this very worker and so young that no check knows better, says that it is as intended. */
function hasComeTrue(context: TaskContext, task: VersionTask, intent: QueuedIntent): boolean {
  const { attempt } = task;
  if (!task.isAnswerFresh || attempt?.answer !== intent.row.target || attempt.disputed || attempt.overtaken)
    return false;
  return intent.row.attempts > 0 || attemptAgeMs(task, attempt, context.parts.clock.elapsed()) < LAG_ALLOWANCE_MS;
}
