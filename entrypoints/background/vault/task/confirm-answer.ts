import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/check-batch';
import { ANSWER_TRUST_MS, RECHECK_MS, UNSETTLED_AFTER_MS } from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/version-facts';
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

/** The last request is history: what `sighting` shows is what it is, and the next request may go out. */
export async function closeAttempt(context: TaskContext, task: VersionTask, sighting?: CheckedState): Promise<void> {
  task.attempt = undefined;
  task.freshCheck = sighting;
  task.checkAtAgeMs = 0;
  task.failedChecks = 0;
  const fact = sighting && context.facts.learn(task.versionId, sighting);
  await saveTask(context, task, fact ? [fact] : []);
  context.announce([task.versionId]);
}

/**
 * One step after an answer: no second request for a version goes out until the lag allowance has passed since the first and a check
 * agrees with its answer. A check that disagrees is not believed while it may be lagging for longer than anybody expects; who waits
 * for it hears that it is not known yet.
 */
export async function confirmAnswer(context: TaskContext, task: VersionTask, attempt: AttemptRow): Promise<void> {
  const age = () => attemptAgeMs(task, attempt, context.parts.clock.elapsed());
  if (task.intent) showActivity(context, task, 'waiting', whyWaiting(task, attempt));
  if (age() < LAG_ALLOWANCE_MS) return pause(context, task, LAG_ALLOWANCE_MS - age());
  if (!task.intent && age() < task.checkAtAgeMs) return pause(context, task, task.checkAtAgeMs - age());
  const askedAge = age();
  const seen = await checkNow(context, task);
  // Meanwhile somebody else has toggled the version: this look came too early.
  if (age() < LAG_ALLOWANCE_MS) return;
  if (seen.ok && (attempt.overtaken || presenceOf(seen.item) === attempt.answer || askedAge >= ANSWER_TRUST_MS))
    return closeAttempt(context, task, seen);
  if (!seen.ok && !task.intent && age() >= ANSWER_TRUST_MS) return closeAttempt(context, task);
  if (!seen.ok) return retryAfterFailure(context, task, seen.problem);
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
