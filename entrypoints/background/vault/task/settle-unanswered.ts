import { LAST_COMMIT_MS, LONGEST_HIDDEN_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/checks/check-batch';
import {
  ANSWER_TRUST_MS,
  FIRST_CHECK_MS,
  RECHECK_MS,
  UNSETTLED_AFTER_MS,
} from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import type { Problem } from '@/utils/problem';
import { ageMsOf, checkAttempt, mayBeDoubled, proveAttempt, type UnansweredAttempt } from './attempt';
import { compareUsage } from './compare-usage';
import { pause, retryAfterFailure } from './pause';
import { checkNow, closeAttempt, saveTask, settleIntent, showActivity, type TaskContext } from './task-steps';
import { changeAttempt, isUnanswered, type VersionTask } from './version-task';

/** From this age on a check shows what the request did, however late it took effect. */
const CERTAIN_MS = LONGEST_HIDDEN_MS;

/**
 * One step while it is not known whether a request took effect. It is never sent again to find out: two checks have to agree, the second
 * after {@link CERTAIN_MS}. The storage used, from the primary, may show sooner that it did, or that the checks lag; alone it proves nothing.
 */
export async function settleUnanswered(
  context: TaskContext,
  task: VersionTask,
  attempt: UnansweredAttempt,
): Promise<CheckedState | undefined> {
  const { clock } = context.parts;
  if (task.intent) showUnanswered(context, task, attempt);
  const ageMs = ageMsOf(attempt, clock.elapsed());
  const dueAtMs = attempt.checkAtAgeMs || FIRST_CHECK_MS;
  if (ageMs < dueAtMs) {
    await pause(context, task, dueAtMs - ageMs);
    return undefined;
  }
  const checked = await checkNow(context, task);
  if (!checked.ok) {
    const isHopeless = !task.intent && ageMsOf(attempt, clock.elapsed()) >= ANSWER_TRUST_MS;
    await (isHopeless ? closeAttempt(context, task) : retryAfterFailure(context, task, checked.problem));
    return undefined;
  }
  const seen = presenceOf(checked.item);
  const checkAtAgeMs = Math.max(LAST_COMMIT_MS, task.intent ? nextCheckAt(ageMs) : ageMs * 1.5);
  changeAttempt(task, current => checkAttempt(current, seen, checkAtAgeMs));
  if (attempt.lastSeen === seen && ageMs >= LAST_COMMIT_MS) return settleByEvidence(context, task, checked, ageMs);
  await saveTask(context, task);
  return undefined;
}

/** A removal that was not begun holds for a minute: the check that makes it certain comes no later than it has to. */
function nextCheckAt(ageMs: number): number {
  return ageMs < CERTAIN_MS ? Math.min(ageMs + RECHECK_MS, CERTAIN_MS) : ageMs + RECHECK_MS;
}

/** Two checks agree. `ageMs`: of the attempt when the second was asked. */
async function settleByEvidence(
  context: TaskContext,
  task: VersionTask,
  checked: CheckedState,
  ageMs: number,
): Promise<CheckedState | undefined> {
  const { attempt, versionId } = task;
  if (attempt?.kind !== 'unanswered') return undefined;
  const evidence = await compareUsage(context, task, attempt, checked);
  const seen = presenceOf(checked.item);
  const isCertain = ageMs >= CERTAIN_MS && (evidence !== 'against' || seen !== attempt.before);
  const isDone = seen !== attempt.before && (evidence === 'for' || isCertain);
  // Counted as an answer, it is looked at for a second row.
  if (isCertain && !(isDone && mayBeDoubled(attempt, seen))) return closeAttempt(context, task, checked);
  // An unchanged sum may hide two changes that cancel each other: only what a check shows as done is settled sooner.
  if (isDone) {
    // As good as an answer given at the last possible moment.
    const answeredAt = checked.askedAt - (ageMs - LAST_COMMIT_MS);
    changeAttempt(task, current => proveAttempt(current, seen, answeredAt));
    context.usage.settle(versionId);
    // What was toggled from elsewhere since may be otherwise by now: the check was recorded as any other.
    await saveTask(context, task, attempt.isOvertaken ? [] : [context.facts.recordCertain(versionId, checked)]);
    context.announce([versionId]);
    return undefined;
  }
  if (ageMs >= ANSWER_TRUST_MS) return closeAttempt(context, task, checked);
  if (task.intent && ageMs >= CERTAIN_MS + UNSETTLED_AFTER_MS) {
    await settleIntent(context, task, { kind: 'unsettled', target: task.intent.row.target });
  } else await saveTask(context, task);
  return undefined;
}

function showUnanswered(context: TaskContext, task: VersionTask, attempt: UnansweredAttempt): void {
  const phase = isUnanswered(task) ? 'looking' : 'waiting';
  const cause = task.intent?.row.cause;
  const reason: Problem = cause?.kind === 'limited' ? cause : { kind: 'unsettled', target: attempt.meant };
  showActivity(context, task, phase, reason);
}
