import { LAG_ALLOWANCE_MS, LAST_COMMIT_MS } from '@/entrypoints/background/vault/constants';
import type { WholeTransaction } from './database';
import type { PostRow, QuietRow } from './rows';

/** Longest time for which checks can hide what was sent. */
const LONGEST_MS = LAST_COMMIT_MS + LAG_ALLOWANCE_MS;

/** Ms until checks show what the request did, if it is `ageMs` old now; negative: they do. */
export function hiddenFor({ answer }: PostRow, ageMs: number): number {
  return LAG_ALLOWANCE_MS + (answer ? 0 : LAST_COMMIT_MS) - ageMs;
}

/** Ms until checks of the version say something again. The clock may have been set: never longer than anything can take. */
export function quietFor({ until }: QuietRow, now: number): number {
  return Math.min(until - now, LONGEST_MS);
}

/**
 * A session ends: of what it sent, only which versions must be left alone for how long stays. Whoever signs in next may have the same
 * vault, and this worker may be killed before.
 */
export async function leaveQuiet(transaction: WholeTransaction, now: number): Promise<void> {
  const quiet = transaction.objectStore('quiet');
  const journal = await transaction.objectStore('journal').getAll();
  for (const { versionId, post } of journal) {
    const left = post ? hiddenFor(post, post.ageMs) : 0;
    if (left > 0) await quiet.put({ versionId, until: now + left });
  }
}
