import { LAG_ALLOWANCE_MS, LAST_COMMIT_MS } from '@/entrypoints/background/timing/replica-lag';
import type { AttemptRow, CooldownRow } from './rows';
import type { WholeTransaction } from './schema';

/** Longest time for which checks can hide what was sent. */
const LONGEST_COOLDOWN_MS = LAST_COMMIT_MS + LAG_ALLOWANCE_MS;

/** Ms until checks show what the request did, if it is `ageMs` old now; negative: they do. */
export function hiddenForMs({ answer }: AttemptRow, ageMs: number): number {
  return LAG_ALLOWANCE_MS + (answer ? 0 : LAST_COMMIT_MS) - ageMs;
}

/** Ms until checks of the version say something again. The clock may have been set: never longer than anything can take. */
export function cooldownLeftMs({ until }: CooldownRow, now: number): number {
  return Math.min(until - now, LONGEST_COOLDOWN_MS);
}

/**
 * A session ends: of what it sent, only which versions must be left alone for how long stays. Whoever signs in next may have the same
 * vault, and this worker may be killed before.
 */
export async function leaveCooldowns(transaction: WholeTransaction, now: number): Promise<void> {
  const cooldowns = transaction.objectStore('cooldowns');
  const journal = await transaction.objectStore('journal').getAll();
  for (const { versionId, attempt } of journal) {
    const left = attempt ? hiddenForMs(attempt, attempt.ageMs) : 0;
    if (left > 0) await cooldowns.put({ versionId, until: now + left });
  }
}
