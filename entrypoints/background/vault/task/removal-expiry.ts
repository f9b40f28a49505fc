import { REMOVAL_VALID_MS } from '@/entrypoints/background/vault/constants';
import { isOlderThan } from '@/utils/age';
import type { QueuedIntent } from './queued-intent';
import type { TaskContext } from './task-steps';

/**
 * A removal leaves within a minute of its confirmation or never. Both clocks must agree: one may be set, the other stands still while
 * the computer sleeps. Without a confirmation, as after a restart, it is expired.
 */
export function isExpired(
  { parts: { clock } }: Pick<TaskContext, 'parts'>,
  { row, confirmedElapsed }: QueuedIntent,
): boolean {
  if (row.target === 'in') return false;
  if (row.confirmedAt === undefined) return true;
  return (
    isOlderThan(REMOVAL_VALID_MS, row.confirmedAt, clock.now()) ||
    clock.elapsed() - confirmedElapsed >= REMOVAL_VALID_MS
  );
}
