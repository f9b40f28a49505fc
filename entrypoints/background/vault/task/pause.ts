import { backoffMs, isFinal, triesFor } from '@/entrypoints/background/timing/backoff';
import type { CheckedState } from '@/entrypoints/background/vault/checks/check-batch';
import { CONFIRMING_STEP_MS, LONGEST_SLEEP_MS, WAITING_STEP_MS } from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import { validMsOf } from '@/entrypoints/background/vault/removals/removal-expiry';
import type { Problem } from '@/utils/problem';
import { countFailedCheck as countFailedCheckOfAttempt } from './attempt';
import { countFailedCheck, type QueuedIntent } from './queued-intent';
import { saveTask, settleIntent, showActivity, type TaskContext } from './task-steps';
import { changeAttempt, isUnanswered, type VersionTask } from './version-task';

/** Waits `ms` and until the next step of the clock, at which others go on as well, but no longer than a removal stays valid, and only until {@link endPause}. */
export async function pause(context: TaskContext, task: VersionTask, ms: number): Promise<void> {
  const stepMs = task.intent ? WAITING_STEP_MS : CONFIRMING_STEP_MS;
  await pauseUntil(context, task, Math.ceil((context.parts.clock.elapsed() + ms) / stepMs) * stepMs);
}

/** The same until `at`, `elapsed()`. */
async function pauseUntil(context: TaskContext, task: VersionTask, at: number): Promise<void> {
  const { parts, stayAlive } = context;
  const { clock } = parts;
  const { intent } = task;
  const wake = new AbortController();
  if (task.run) task.run.wake = wake;
  const mayExpire = intent && intent.row.target === 'out' && intent.row.attempts === 0;
  const validUntil = mayExpire ? intent.confirmedElapsed + validMsOf(intent.row) + 1 : at;
  let leftMs = Math.max(0, Math.min(at, validUntil) - clock.elapsed());
  await clock.sleep(Math.min(leftMs, LONGEST_SLEEP_MS), wake.signal);
  for (leftMs -= LONGEST_SLEEP_MS; leftMs > 0 && !wake.signal.aborted; leftMs -= LONGEST_SLEEP_MS) {
    stayAlive();
    await saveTask(context, task);
    await clock.sleep(Math.min(leftMs, LONGEST_SLEEP_MS), wake.signal);
  }
  if (task.run) task.run.wake = undefined;
}

/** The task has changed: whatever it waits for may be different now. */
export function endPause(task: VersionTask): void {
  task.run?.wake?.abort();
}

/**
 * A check failed, so nothing is known: waits and lets the caller try again, or gives the intent up. What may have been sent stays in the
 * journal either way.
 */
export async function retryAfterFailure(context: TaskContext, task: VersionTask, problem: Problem): Promise<void> {
  const { intent } = task;
  if (!intent) changeAttempt(task, countFailedCheckOfAttempt);
  const tries = intent ? countFailedCheck(intent) : (task.attempt?.failedChecks ?? 1);
  if (intent && (isFinal(problem) || tries > triesFor(problem))) {
    const { target, cause } = intent.row;
    // While a request is unanswered, "it failed" would be a guess.
    return settleIntent(context, task, isUnanswered(task) ? { kind: 'unsettled', target } : (cause ?? problem));
  }
  if (intent) showActivity(context, task, intent.row.attempts > 0 ? 'looking' : 'waiting', problem);
  await saveTask(context, task);
  await pause(context, task, backoffMs(tries, problem, context.parts));
}

/** How long a request for the intent has to wait, ms; at most 0: it may leave. */
export function waitMsOf(
  { cooldowns, throttle, caution, parts }: TaskContext,
  { versionId }: VersionTask,
  { retryAt, graceEndsAt }: QueuedIntent,
): number {
  const mayLeaveAt = Math.max(retryAt, graceEndsAt, cooldowns.endOf(versionId), throttle.opensAt(), caution.opensAt());
  return mayLeaveAt - parts.clock.elapsed();
}

/** Waits so long; removals that were confirmed at about the same time then leave together. While a lost store is the reason, the user hears it. */
export async function waitToLeave(
  context: TaskContext,
  task: VersionTask,
  { graceEndsAt }: QueuedIntent,
  waitMs: number,
): Promise<void> {
  const { caution, leavingMoment, parts } = context;
  const now = parts.clock.elapsed();
  if (caution.opensAt() > now) showActivity(context, task, 'waiting', { kind: 'storage-lost' });
  await (graceEndsAt > now ? pauseUntil(context, task, leavingMoment(now + waitMs)) : pause(context, task, waitMs));
}

/** Waits for another check if this one alone is not enough. False: there was no need to. */
export async function waitForAgreement(
  context: TaskContext,
  task: VersionTask,
  { item, askedAt }: CheckedState,
): Promise<boolean> {
  const waitMs = context.caution.waitMs(task.versionId, presenceOf(item), askedAt);
  if (waitMs > 0) await pause(context, task, waitMs);
  return waitMs > 0;
}
