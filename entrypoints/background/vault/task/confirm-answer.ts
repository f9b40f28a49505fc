import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/check-batch';
import { ANSWER_TRUST_MS, RECHECK_MS, UNSETTLED_AFTER_MS } from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import type { Problem } from '@/utils/problem';
import {
  checkNow,
  pause,
  retryAfterFailure,
  saveTask,
  settleIntent,
  showActivity,
  type TaskContext,
} from './task-steps';
import { attemptAgeMs, type VersionTask } from './version-task';

/** The last request is settled: what `checked` shows is the state, and the next request may go out. */
export async function closeAttempt(context: TaskContext, task: VersionTask, checked?: CheckedState): Promise<void> {
  task.attempt = undefined;
  task.freshCheck = checked;
  task.checkAtAgeMs = 0;
  task.failedChecks = 0;
  const fact = checked && context.facts.recordCheck(task.versionId, checked);
  await saveTask(context, task, fact ? [fact] : []);
  context.announce([task.versionId]);
}

/**
 * One step after an answer: the next request for a version goes out only when the lag allowance has passed and a check agrees with the
 * answer. A check that disagrees is not believed for {@link ANSWER_TRUST_MS}; a waiting page hears that it is not known yet.
 */
export async function confirmAnswer(context: TaskContext, task: VersionTask, attempt: AttemptRow): Promise<void> {
  const age = () => attemptAgeMs(task, attempt, context.parts.clock.elapsed());
  if (task.intent) showActivity(context, task, 'waiting', whyWaiting(task, attempt));
  if (age() < LAG_ALLOWANCE_MS) return pause(context, task, LAG_ALLOWANCE_MS - age());
  if (!task.intent && age() < task.checkAtAgeMs) return pause(context, task, task.checkAtAgeMs - age());
  const askedAge = age();
  const checked = await checkNow(context, task);
  // Meanwhile the version was toggled from elsewhere: this check came too early.
  if (age() < LAG_ALLOWANCE_MS) return;
  if (checked.ok && (attempt.overtaken || presenceOf(checked.item) === attempt.answer || askedAge >= ANSWER_TRUST_MS))
    return closeAttempt(context, task, checked);
  if (!checked.ok && !task.intent && age() >= ANSWER_TRUST_MS) return closeAttempt(context, task);
  if (!checked.ok) return retryAfterFailure(context, task, checked.problem);
  return dispute(context, task, attempt, askedAge);
}

async function dispute(context: TaskContext, task: VersionTask, attempt: AttemptRow, askedAge: number): Promise<void> {
  attempt.disputed = true;
  task.checkAtAgeMs = Math.min(askedAge * 2, ANSWER_TRUST_MS);
  if (task.intent && askedAge >= LAG_ALLOWANCE_MS + UNSETTLED_AFTER_MS) {
    return settleIntent(context, task, { kind: 'unsettled', target: task.intent.row.target });
  }
  await saveTask(context, task);
  if (task.intent) await pause(context, task, RECHECK_MS);
}

function whyWaiting({ intent }: VersionTask, attempt: AttemptRow): Problem {
  // Its own request has come to nothing so far: contradicted, limited, lost.
  if (intent?.row.cause && intent.row.attempts > 0) return intent.row.cause;
  // The answer was clear: only a check that disagrees with it leaves something open.
  return attempt.disputed ? { kind: 'unsettled', target: attempt.meant } : { kind: 'just-changed' };
}
