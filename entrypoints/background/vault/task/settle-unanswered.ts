import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { LAG_ALLOWANCE_MS, LAST_COMMIT_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/check-batch';
import {
  ANSWER_TRUST_MS,
  FIRST_CHECK_MS,
  RECHECK_MS,
  UNSETTLED_AFTER_MS,
} from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/version-facts';
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
 * One step while nobody knows whether a request took effect. It is never sent again to find out: two checks have to agree, the
 * second later than the last moment at which it can take effect plus the lag allowance. The quota, read from the primary, may show
 * without that allowance that it did, or that the checks lag for longer than anybody expects; by itself it proves nothing.
 */
export async function settleUnanswered(context: TaskContext, task: VersionTask, attempt: AttemptRow): Promise<void> {
  const age = () => attemptAgeMs(task, attempt, context.parts.clock.elapsed());
  if (task.intent) showUnanswered(context, task, attempt);
  task.checkAtAgeMs ||= FIRST_CHECK_MS;
  if (age() < task.checkAtAgeMs) return pause(context, task, task.checkAtAgeMs - age());
  const askedAge = age();
  const seen = await checkNow(context, task);
  if (!seen.ok && age() >= ANSWER_TRUST_MS && !task.intent) return closeAttempt(context, task);
  if (!seen.ok) return retryAfterFailure(context, task, seen.problem);
  const agrees = attempt.seen === presenceOf(seen.item);
  attempt.seen = presenceOf(seen.item);
  task.checkAtAgeMs = Math.max(LAST_COMMIT_MS, task.intent ? askedAge + RECHECK_MS : askedAge * 1.5);
  if (agrees && askedAge >= LAST_COMMIT_MS) return judge(context, task, attempt, seen, askedAge);
  await saveTask(context, task);
}

async function judge(
  context: TaskContext,
  task: VersionTask,
  attempt: AttemptRow,
  seen: CheckedState,
  askedAge: number,
): Promise<void> {
  const evidence = await weigh(context, task, attempt, seen);
  const now = presenceOf(seen.item);
  if (askedAge >= CERTAIN_MS && (evidence !== 'against' || now !== attempt.before))
    return closeAttempt(context, task, seen);
  // A sum that has not moved may hide two changes that make up for each other: only what a check shows as done is settled sooner.
  if (evidence === 'for' && now !== attempt.before) {
    // As good as an answer given at the last possible moment.
    attempt.answer = now;
    task.isAnswerFresh = true;
    attempt.ageMs = askedAge - LAST_COMMIT_MS;
    task.attemptAgeAsOf = seen.askedAt;
    task.checkAtAgeMs = 0;
    await saveTask(context, task, [context.facts.settle(task.versionId, seen)]);
    context.announce([task.versionId]);
    return;
  }
  if (askedAge >= ANSWER_TRUST_MS) return closeAttempt(context, task, seen);
  if (task.intent && askedAge >= CERTAIN_MS + UNSETTLED_AFTER_MS) {
    return settleIntent(context, task, { kind: 'unsettled', target: task.intent.row.target });
  }
  await saveTask(context, task);
}

/**
 * Does the storage used, which does not lag, fit what the check says? It is a sum: what else was changed at the same time is checked
 * again and has its part in it.
 */
async function weigh(
  { parts, usage, check }: TaskContext,
  { versionId }: VersionTask,
  attempt: AttemptRow,
  { item }: CheckedState,
): Promise<'for' | 'against' | 'none'> {
  if (attempt.usedKb === undefined) return 'none';
  // A size of nothing shows nothing.
  if (presenceOf(item) !== attempt.before && sizeOf(item) === (attempt.sizeKb ?? 0)) return 'against';
  const sizesKb = usage.sizesBefore(attempt) ?? new Map([[versionId, attempt.sizeKb ?? 0]]);
  const others = [...sizesKb.keys()].filter(id => id !== versionId);
  const [vault, seen] = await Promise.all([parts.api.vault().catch(() => undefined), check(others, { fresh: true })]);
  if (!vault?.ok || !vault.value) return 'against';
  // Somebody else's toggle has just been noted.
  if (attempt.usedKb === undefined) return 'none';
  let expectedKb = 0;
  for (const [id, sizeKb] of sizesKb) {
    const now = id === versionId ? { ok: true as const, item } : seen.get(id);
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
