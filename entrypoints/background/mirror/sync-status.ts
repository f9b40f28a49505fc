import { MOST_LISTED } from '@/entrypoints/background/api/vault-api';
import type { SyncRow } from '@/entrypoints/background/storage/rows';
import { isOlderThan, isPauseOver } from '@/utils/age';
import { LONGEST_PAUSE_MS } from '@/utils/problem';
import type { SyncStatus } from '@/utils/vault/vault-summary';

/** True if the mirror is older than `maxAgeMs` and no failed try asks to wait. `now` is epoch ms. */
export function isDue(row: SyncRow | undefined, now: number, maxAgeMs: number): boolean {
  if (!isPauseOver(row?.failed?.until ?? 0, LONGEST_PAUSE_MS, now)) return false;
  return !row?.isWhole || isOlderThan(maxAgeMs, row.syncedAt ?? 0, now);
}

/** How far a pass over the whole list is. */
export function progressOf({ nextPage, totalItems }: SyncRow): SyncStatus {
  const done = nextPage === 0 ? totalItems : Math.min(totalItems, (nextPage - 1) * MOST_LISTED);
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

/** Each page that is open draws its progress anew when it hears of it. */
const PROGRESS_EVERY_MS = 250;

/** Passes on how far a sync is, and leaves out what follows too soon; how it ended is always passed on. `elapsed`: ms. */
export function thinProgress(pass: (status: SyncStatus) => void, elapsed: () => number = () => performance.now()) {
  let dueAt = 0;
  return (status: SyncStatus): void => {
    const now = elapsed();
    if (status.kind === 'syncing' && now < dueAt) return;
    dueAt = now + PROGRESS_EVERY_MS;
    pass(status);
  };
}
