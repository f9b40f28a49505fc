import type { IntentRow } from '@/entrypoints/background/storage/rows';
import { RE_ADD_VALID_MS, REMOVAL_VALID_MS } from '@/entrypoints/background/vault/constants';
import type { QueuedIntent } from '@/entrypoints/background/vault/task/queued-intent';
import type { TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import { isOlderThan } from '@/utils/age';
import type { Problem } from '@/utils/problem';

/**
 * A removal leaves within a minute of its confirmation or never. Both clocks must agree: one may be set, the other stands still while
 * the computer sleeps. Without a confirmation, as after a restart, it is expired.
 */
export function isRemovalExpired(
  { parts: { clock } }: Pick<TaskContext, 'parts'>,
  { row, confirmedElapsed }: QueuedIntent,
): boolean {
  if (row.target === 'in') return false;
  if (row.confirmedAt === undefined) return true;
  const validMs = validMsOf(row);
  return isOlderThan(validMs, row.confirmedAt, clock.now()) || clock.elapsed() - confirmedElapsed >= validMs;
}

/** Why an expired removal came to nothing. */
export function expiryOf({ row }: QueuedIntent): Problem {
  if (row.contradicted && row.cause) return row.cause;
  const isLeftBehind = row.confirmedAt === undefined && row.attempts === 0;
  return { kind: isLeftBehind ? 'removal-unsent' : 'removal-expired' };
}

/** For how long a confirmation holds, ms. */
export function validMsOf({ addAgain }: Pick<IntentRow, 'addAgain'>): number {
  return addAgain ? RE_ADD_VALID_MS : REMOVAL_VALID_MS;
}
