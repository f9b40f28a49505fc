import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { LAG_ALLOWANCE_MS, LAST_COMMIT_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/check-batch';
import {
  ANSWER_TRUST_MS,
  FIRST_CHECK_MS,
  RECHECK_MS,
  UNSETTLED_AFTER_MS,
} from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import { closeAttempt } from './confirm-answer';
import {
  checkNow,
  pause,
  retryAfterFailure,
  saveTask,
  settleIntent,
  showActivity,
  type TaskContext,
} from './task-steps';
import { attemptAgeMs, isUnanswered, type VersionTask } from './version-task';

/** From this age on a check shows what the request did, however late it took effect. */
const CERTAIN_MS = LAST_COMMIT_MS + LAG_ALLOWANCE_MS;

/**
 * One step while it is not known whether a request took effect. It is never sent again to find out: two checks have to agree, the second
 * after {@link CERTAIN_MS}. The storage used, from the primary, may show sooner that it did, or that the checks lag; alone it proves nothing.
 */
export async function settleUnanswered(context: TaskContext, task: VersionTask, attempt: AttemptRow): Promise<void> {
  const age = () => attemptAgeMs(task, attempt, context.parts.clock.elapsed());
  if (task.intent) showUnanswered(context, task, attempt);
  task.checkAtAgeMs ||= FIRST_CHECK_MS;
  if (age() < task.checkAtAgeMs) return pause(context, task, task.checkAtAgeMs - age());
  const askedAge = age();
  const checked = await checkNow(context, task);
  if (!checked.ok && age() >= ANSWER_TRUST_MS && !task.intent) return closeAttempt(context, task);
  if (!checked.ok) return retryAfterFailure(context, task, checked.problem);
  const agrees = attempt.seen === presenceOf(checked.item);
  attempt.seen = presenceOf(checked.item);
  task.checkAtAgeMs = Math.max(LAST_COMMIT_MS, task.intent ? askedAge + RECHECK_MS : askedAge * 1.5);
  if (agrees && askedAge >= LAST_COMMIT_MS) return settleByEvidence(context, task, attempt, checked, askedAge);
  await saveTask(context, task);
}

async function settleByEvidence(
  context: TaskContext,
  task: VersionTask,
  attempt: AttemptRow,
  checked: CheckedState,
  askedAge: number,
): Promise<void> {
  const evidence = await compareUsage(context, task, attempt, checked);
  const now = presenceOf(checked.item);
  if (askedAge >= CERTAIN_MS && (evidence !== 'against' || now !== attempt.before))
    return closeAttempt(context, task, checked);
  // An unchanged sum may hide two changes that cancel each other: only what a check shows as done is settled sooner.
  if (evidence === 'for' && now !== attempt.before) {
    // As good as an answer given at the last possible moment.
    attempt.answer = now;
    task.isAnswerFresh = true;
    attempt.ageMs = askedAge - LAST_COMMIT_MS;
    task.attemptAgeAsOf = checked.askedAt;
    task.checkAtAgeMs = 0;
    await saveTask(context, task, [context.facts.recordCertain(task.versionId, checked)]);
    context.announce([task.versionId]);
    return;
  }
  if (askedAge >= ANSWER_TRUST_MS) return closeAttempt(context, task, checked);
  if (task.intent && askedAge >= CERTAIN_MS + UNSETTLED_AFTER_MS) {
    return settleIntent(context, task, { kind: 'unsettled', target: task.intent.row.target });
  }
  await saveTask(context, task);
}

/**
 * Does the storage used, which does not lag, fit what the check says? It is a sum, so every other version that was changed at the same
 * time is checked again.
 */
async function compareUsage(
  { parts, usage, check }: TaskContext,
  { versionId }: VersionTask,
  attempt: AttemptRow,
  { item }: CheckedState,
): Promise<'for' | 'against' | 'none'> {
  if (attempt.usedKb === undefined) return 'none';
  // A version without a size leaves no trace in the sum.
  if (presenceOf(item) !== attempt.before && sizeOf(item) === (attempt.sizeKb ?? 0)) return 'against';
  const sizesKb = usage.sizesBefore(attempt) ?? new Map([[versionId, attempt.sizeKb ?? 0]]);
  const others = [...sizesKb.keys()].filter(id => id !== versionId);
  const [vault, outcomes] = await Promise.all([
    parts.api.vault().catch(() => undefined),
    check(others, { fresh: true }),
  ]);
  if (!vault?.ok || !vault.value) return 'against';
  // Meanwhile the version was toggled from elsewhere.
  if (attempt.usedKb === undefined) return 'none';
  let expectedKb = 0;
  for (const [id, sizeKb] of sizesKb) {
    const now = id === versionId ? { ok: true as const, item } : outcomes.get(id);
    if (!now?.ok) return 'against';
    expectedKb += sizeOf(now.item) - sizeKb;
  }
  return vault.value.usedStorageKb - attempt.usedKb === expectedKb ? 'for' : 'against';
}

function sizeOf(item: VaultItem | null): number {
  return item ? sizeOfItemKb(item) : 0;
}

function showUnanswered(context: TaskContext, task: VersionTask, attempt: AttemptRow): void {
  const phase = isUnanswered(task) ? 'looking' : 'waiting';
  const cause = task.intent?.row.cause;
  const reason = cause?.kind === 'limited' ? cause : ({ kind: 'unsettled', target: attempt.meant } as const);
  showActivity(context, task, phase, reason);
}
