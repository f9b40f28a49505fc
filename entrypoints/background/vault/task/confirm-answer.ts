import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/checks/check-batch';
import { ANSWER_TRUST_MS, RECHECK_MS, UNSETTLED_AFTER_MS } from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import type { Problem } from '@/utils/problem';
import { type AnsweredAttempt, ageMsOf, disputeAttempt, mayBeDoubled, standingAnswer } from './attempt';
import { pause, retryAfterFailure } from './pause';
import { checkNow, closeAttempt, saveTask, settleIntent, showActivity, type TaskContext } from './task-steps';
import { changeAttempt, type VersionTask } from './version-task';

/**
 * One step after an answer: the next request for a version goes out only when the lag allowance has passed and a check agrees with the
 * answer. A page of the list shows whether the browser's own repetition has left two rows. A check that disagrees is not believed for {@link ANSWER_TRUST_MS}; a waiting page hears that it is not known yet.
 */
export async function confirmAnswer(
  context: TaskContext,
  task: VersionTask,
  attempt: AnsweredAttempt,
): Promise<CheckedState | undefined> {
  const { clock } = context.parts;
  if (task.intent) showActivity(context, task, 'waiting', whyWaiting(task, attempt));
  const ageMs = ageMsOf(attempt, clock.elapsed());
  const dueAtMs = task.intent ? LAG_ALLOWANCE_MS : sharedDueMs(context, attempt);
  if (ageMs < dueAtMs) {
    await pause(context, task, dueAtMs - ageMs);
    return undefined;
  }
  const looked = mayBeDoubled(attempt, attempt.answer) ? context.lookAtRows() : undefined;
  const checked = await checkNow(context, task);
  const problem = checked.ok ? await problemOfLook(context, task, checked, looked) : checked.problem;
  // Meanwhile the version may have been toggled from elsewhere: then this check came too early.
  const current = task.attempt;
  if (!current || current.kind === 'unanswered' || ageMsOf(current, clock.elapsed()) < LAG_ALLOWANCE_MS)
    return undefined;
  if (checked.ok && !problem) {
    const isSettled = current.kind === 'overtaken' || presenceOf(checked.item) === current.answer;
    if (isSettled || ageMs >= ANSWER_TRUST_MS) return closeAttempt(context, task, checked);
    await dispute(context, task, ageMs);
  } else if (!task.intent && ageMsOf(current, clock.elapsed()) >= ANSWER_TRUST_MS) await closeAttempt(context, task);
  else if (problem) await retryAfterFailure(context, task, problem);
  return undefined;
}

/** The attempt's age at which it is confirmed while no user waits. */
function sharedDueMs({ confirmationAt }: TaskContext, { since, checkAtAgeMs }: AnsweredAttempt): number {
  return confirmationAt(since + Math.max(LAG_ALLOWANCE_MS, checkAtAgeMs)) - since;
}

/** Why the list could not be read. A user who wants the version in is told so before, and does not wait for it. */
async function problemOfLook(
  context: TaskContext,
  task: VersionTask,
  checked: CheckedState,
  looked: Promise<Problem | undefined> | undefined,
): Promise<Problem | undefined> {
  if (!looked) return undefined;
  await settleAsAnswered(context, task, checked);
  const problem = await looked;
  if (problem) await settleAsAnswered(context, task, checked);
  return problem;
}

/** The check agrees with what the site has answered, and that is what the user wants. */
async function settleAsAnswered(context: TaskContext, task: VersionTask, { item }: CheckedState): Promise<void> {
  const seen = presenceOf(item);
  while (task.intent?.row.target === seen && standingAnswer(task.attempt) === seen) await settleIntent(context, task);
}

async function dispute(context: TaskContext, task: VersionTask, ageMs: number): Promise<void> {
  changeAttempt(task, attempt => disputeAttempt(attempt, Math.min(ageMs * 2, ANSWER_TRUST_MS)));
  if (task.intent && ageMs >= LAG_ALLOWANCE_MS + UNSETTLED_AFTER_MS) {
    return settleIntent(context, task, { kind: 'unsettled', target: task.intent.row.target });
  }
  await saveTask(context, task);
  if (task.intent) await pause(context, task, RECHECK_MS);
}

function whyWaiting({ intent }: VersionTask, attempt: AnsweredAttempt): Problem {
  // Its own request has come to nothing so far: contradicted, limited, lost.
  if (intent?.row.cause && intent.row.attempts > 0) return intent.row.cause;
  // The answer was clear: only a check that disagrees with it leaves something open.
  return attempt.kind === 'disputed' ? { kind: 'unsettled', target: attempt.meant } : { kind: 'just-changed' };
}
