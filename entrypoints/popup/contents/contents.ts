import type { Snapshot } from '@/utils/account/account';
import type { SyncStatus } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import type { VaultSummary } from '@/utils/vault/vault-summary';

/** What can be said of what the vault holds. */
export type Contents =
  /** There is no vault, or nothing to say. */
  | { kind: 'nothing' }
  /** It is being read for the first time; `total` is 0 until the site has said it. */
  | { kind: 'reading'; done: number; total: number }
  /** All of it was so at `at`, epoch ms; `problem` is why nothing newer is known. */
  | { kind: 'counted'; stock: VaultSummary; at: number; problem?: Problem }
  | { kind: 'unknown'; problem: Problem };

type Known = { snapshot: Snapshot; stock?: VaultSummary; sync?: SyncStatus };

/** How many items the site says there are, or, where it didn't say, how many this browser knows of. */
export function itemCountOf({ snapshot, stock }: Known): number | undefined {
  if (snapshot.itemCount !== undefined) return snapshot.itemCount;
  return stock && syncedAt(stock.status) !== undefined ? stock.stored + stock.pending + stock.failed : undefined;
}

/** Puts together what is known of the contents. */
export function contentsOf(known: Known): Contents {
  const { snapshot, stock, sync } = known;
  if (snapshot.membership === 'never') return { kind: 'nothing' };
  const at = stock && syncedAt(stock.status);
  if (stock && at !== undefined) {
    const problem = problemOf(stock.status) ?? snapshot.countProblem;
    return { kind: 'counted', stock, at, ...(problem && { problem }) };
  }
  const problem = problemOf(sync) ?? problemOf(stock?.status) ?? snapshot.countProblem;
  if (sync?.kind === 'syncing') return { kind: 'reading', done: sync.done, total: sync.total };
  if (problem) return { kind: 'unknown', problem };
  const total = snapshot.itemCount ?? 0;
  // Read to its end, and not counted yet.
  return { kind: 'reading', done: sync?.kind === 'synced' ? total : 0, total };
}

function syncedAt(status: SyncStatus): number | undefined {
  return 'at' in status ? status.at : undefined;
}

function problemOf(status: SyncStatus | undefined): Problem | undefined {
  return status?.kind === 'failed' ? status.problem : undefined;
}
