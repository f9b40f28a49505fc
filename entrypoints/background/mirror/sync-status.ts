import type { SyncRow } from '@/entrypoints/background/storage/rows';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { PAGE_SIZE } from './sync';

/** A wait that would be longer comes from a clock that was set. */
const MAX_RETRY_WAIT_MS = 15 * 60_000;

/** True if the mirror is older than `maxAgeMs` and no failed try asks to wait. `now` is epoch ms. */
export function isDue(row: SyncRow | undefined, now: number, maxAgeMs: number): boolean {
  const waitMs = (row?.failed?.until ?? 0) - now;
  if (waitMs > 0 && waitMs < MAX_RETRY_WAIT_MS) return false;
  const ageMs = now - (row?.syncedAt ?? 0);
  // A negative age means that the clock was set back: then the true age is not known.
  return !row?.isWhole || ageMs < 0 || ageMs >= maxAgeMs;
}

/** How far a pass over the whole list is. */
export function progressOf({ nextPage, totalItems }: SyncRow): SyncStatus {
  const done = nextPage === 0 ? totalItems : Math.min(totalItems, (nextPage - 1) * PAGE_SIZE);
  return { kind: 'syncing', done, total: totalItems };
}

/** How the last sync ended. */
export function statusOf(row: SyncRow | undefined): SyncStatus {
  if (row?.failed) return failedStatus(row.failed.problem, row.syncedAt);
  return row?.syncedAt === undefined ? { kind: 'never' } : { kind: 'synced', at: row.syncedAt };
}

/** A failure; `at`: how old the mirror is that remains, epoch ms. */
export function failedStatus(problem: Extract<SyncStatus, { kind: 'failed' }>['problem'], at?: number): SyncStatus {
  return { kind: 'failed', problem, ...(at !== undefined && { at }) };
}
