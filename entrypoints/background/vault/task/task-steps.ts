import type { FactRow } from '@/entrypoints/background/storage/rows';
import { backoffMs, isFinal, triesFor } from '@/entrypoints/background/timing/backoff';
import type { CheckOutcome, CheckVersions } from '@/entrypoints/background/vault/check-batch';
import { LONGEST_SLEEP_MS, REMOVAL_VALID_MS } from '@/entrypoints/background/vault/constants';
import type { Cooldowns } from '@/entrypoints/background/vault/cooldown';
import type { Session, VaultParts } from '@/entrypoints/background/vault/ports';
import type { ThrottleGuard } from '@/entrypoints/background/vault/throttle-guard';
import type { UsageTracker } from '@/entrypoints/background/vault/usage-tracker';
import type { VersionFacts } from '@/entrypoints/background/vault/version-facts';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok, type Problem } from '@/utils/problem';
import type { Activity } from '@/utils/vault/membership';
import { followUpOf } from './enqueue-intent';
import { ageAttempt, isUnanswered, journalRowOf, type VersionTask } from './version-task';

/** What every step of settling a task works with. */
export type TaskContext = {
  parts: VaultParts;
  session: Session;
  facts: VersionFacts;
  cooldowns: Cooldowns;
  check: CheckVersions;
  announce(versionIds: readonly VersionId[]): void;
  /** Tells the browser that this worker is not idle. */
  stayAlive(): void;
  usage: UsageTracker;
  throttle: ThrottleGuard;
};

/** Writes the task as it is now, and facts with it. False: nothing was written. */
export async function saveTask(
  { parts, session }: TaskContext,
  task: VersionTask,
  facts: readonly FactRow[] = [],
): Promise<boolean> {
  ageAttempt(task, parts.clock.elapsed());
  const journal = journalRowOf(task);
  const change = journal ? { journal, facts } : { settled: task.versionId, facts };
  return parts.store.save(session.session, change).catch(() => false);
}

/** Shows what is being done. */
export function showActivity(
  context: TaskContext,
  task: VersionTask,
  phase: Activity['phase'],
  reason?: Problem,
): void {
  task.step = reason ? { phase, reason } : { phase };
  task.stepSince = context.parts.clock.now();
  context.announce([task.versionId]);
}

/** The current intent is settled: it came true, or nothing came of it and `problem` says why. Written first, then announced. */
export async function settleIntent(context: TaskContext, task: VersionTask, problem?: Problem): Promise<void> {
  const { intent } = task;
  if (!intent) return;
  const { clock } = context.parts;
  const followUp = problem || task.next ? undefined : followUpOf(intent, clock.now(), clock.elapsed());
  task.intent = task.next ?? followUp;
  task.next = undefined;
  task.closing = intent;
  task.unannounced = true;
  const fact = context.facts.recordOutcome(task.versionId, intent.row.target, problem);
  await saveTask(context, task, [fact]);
  task.closing = undefined;
  const result = problem ? fail(problem) : ok(context.facts.compose(task.versionId));
  if (!followUp) for (const settle of intent.waiting) settle(result);
  await announceSettled(context, task);
}

/** Announces how the task stands; if nothing is left of it, its journal row goes. */
export async function announceSettled(context: TaskContext, task: VersionTask): Promise<void> {
  context.announce([task.versionId]);
  task.unannounced = false;
  if (!journalRowOf(task)) await saveTask(context, task);
}

/** A fresh check of this version, in one request with everything else that is asked now. */
export async function checkNow({ check }: TaskContext, task: VersionTask): Promise<CheckOutcome> {
  const outcomes = await check([task.versionId], { fresh: true });
  return outcomes.get(task.versionId) ?? { ok: false, problem: { kind: 'unreadable' } };
}

/** Waits, but no longer than a removal stays valid, and only until another intent arrives. */
export async function pause(context: TaskContext, task: VersionTask, ms: number): Promise<void> {
  const { parts, stayAlive } = context;
  const { clock } = parts;
  const bell = new AbortController();
  task.pauseEnd = bell;
  const { intent } = task;
  const mayExpire = intent && intent.row.target === 'out' && intent.row.attempts === 0;
  const valid = mayExpire ? intent.confirmedElapsed + REMOVAL_VALID_MS - clock.elapsed() + 1 : ms;
  let left = Math.max(0, Math.min(ms, valid));
  await clock.sleep(Math.min(left, LONGEST_SLEEP_MS), bell.signal);
  for (left -= LONGEST_SLEEP_MS; left > 0 && !bell.signal.aborted; left -= LONGEST_SLEEP_MS) {
    stayAlive();
    await saveTask(context, task);
    await clock.sleep(Math.min(left, LONGEST_SLEEP_MS), bell.signal);
  }
  task.pauseEnd = undefined;
}

/**
 * A check failed, so nothing is known: waits and lets the caller try again, or gives the intent up. What may have been sent stays in the
 * journal either way.
 */
export async function retryAfterFailure(context: TaskContext, task: VersionTask, problem: Problem): Promise<void> {
  const { intent } = task;
  const tries = intent ? ++intent.row.failedChecks : ++task.failedChecks;
  if (intent && (isFinal(problem) || tries > triesFor(problem))) {
    const { target, cause } = intent.row;
    // While a request is unanswered, "it failed" would be a guess.
    return settleIntent(context, task, isUnanswered(task) ? { kind: 'unsettled', target } : (cause ?? problem));
  }
  if (intent) showActivity(context, task, intent.row.attempts > 0 ? 'looking' : 'waiting', problem);
  await saveTask(context, task);
  await pause(context, task, backoffMs(tries, problem, context.parts));
}
