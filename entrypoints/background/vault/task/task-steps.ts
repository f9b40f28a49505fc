import type { FactRow } from '@/entrypoints/background/storage/rows';
import type { Caution } from '@/entrypoints/background/vault/caution';
import type { CheckedState, CheckOutcome, CheckVersions } from '@/entrypoints/background/vault/checks/check-batch';
import type { Cooldowns } from '@/entrypoints/background/vault/cooldown';
import { owe, settleOwed } from '@/entrypoints/background/vault/owed';
import type { Session, VaultParts } from '@/entrypoints/background/vault/ports';
import type { ThrottleGuard } from '@/entrypoints/background/vault/throttle-guard';
import type { UsageTracker } from '@/entrypoints/background/vault/usage-tracker';
import type { VersionFacts } from '@/entrypoints/background/vault/version-facts';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok, type Problem } from '@/utils/problem';
import type { Activity } from '@/utils/vault/membership';
import { followUpOf } from './queued-intent';
import {
  closeIntent,
  endClosing,
  journalRowOf,
  markAnnounced,
  setAttempt,
  setOwed,
  setStep,
  type VersionTask,
} from './version-task';

/** What every step of settling a task works with. */
export type TaskContext = {
  parts: VaultParts;
  session: Session;
  facts: VersionFacts;
  cooldowns: Cooldowns;
  caution: Caution;
  check: CheckVersions;
  /** Looks how often the vault holds what was added last; resolves with the problem if it could not. */
  lookAtRows(): Promise<Problem | undefined>;
  /** Resolves when the next request may leave: they leave a little apart. */
  takeTurn(): Promise<void>;
  /** When removals leave whose grace ends at that time: within a moment of it, together with others. Both are `elapsed()`. */
  leavingMoment(graceEndsAt: number): number;
  /** When an answer is confirmed that could be at that time. Both are `elapsed()`. */
  confirmationAt(dueAt: number): number;
  /** Lets a few removals of a list go on at a time. */
  takeListSlot(send: () => Promise<void>): Promise<void>;
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
  const journal = journalRowOf(task, parts.clock.elapsed());
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
  const since = context.parts.clock.now();
  setStep(task, reason ? { phase, reason, since } : { phase, since });
  context.announce([task.versionId]);
}

/** The current intent is settled: it came true, or nothing came of it and `problem` says why. Written first, then announced. */
export async function settleIntent(context: TaskContext, task: VersionTask, problem?: Problem): Promise<void> {
  const { intent } = task;
  if (!intent) return;
  const { clock } = context.parts;
  const followUp = problem || task.next ? undefined : followUpOf(intent, clock.now(), clock.elapsed());
  closeIntent(task, followUp);
  if (followUp) owe(task);
  else settleOwed(context, task, intent.row.target, problem);
  const fact = context.facts.recordOutcome(task.versionId, intent.row.target, problem);
  await saveTask(context, task, [fact]);
  endClosing(task);
  const result = problem ? fail(problem) : ok(context.facts.compose(task.versionId));
  if (!followUp) for (const settle of intent.waiting) settle(result);
  await announceSettled(context, task);
}

/** Announces how the task stands; if nothing is left of it, its journal row goes. */
export async function announceSettled(context: TaskContext, task: VersionTask): Promise<void> {
  context.announce([task.versionId]);
  markAnnounced(task);
  if (!journalRowOf(task, context.parts.clock.elapsed())) await saveTask(context, task);
}

/** The last request is settled: what `checked` shows is the state, and the next request may go out on it. Returns `checked`. */
export async function closeAttempt(
  context: TaskContext,
  task: VersionTask,
  checked?: CheckedState,
): Promise<CheckedState | undefined> {
  setAttempt(task, undefined);
  context.usage.settle(task.versionId);
  if (checked?.item) setOwed(task, undefined);
  const fact = checked && context.facts.recordCheck(task.versionId, checked);
  await saveTask(context, task, fact ? [fact] : []);
  context.announce([task.versionId]);
  return checked;
}

/** A fresh check of this version, in one request with everything else that is asked now. */
export async function checkNow({ check }: TaskContext, task: VersionTask): Promise<CheckOutcome> {
  const outcomes = await check([task.versionId], { fresh: true });
  return outcomes.get(task.versionId) ?? { ok: false, problem: { kind: 'unreadable' } };
}
