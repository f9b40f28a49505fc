import type { Snapshot } from '@/utils/account/account';
import type { Problem } from '@/utils/problem';
import type { SyncStatus, VaultSummary } from '@/utils/vault/vault-summary';

/** The vault's contents as the popup can show them. */
export type Contents =
  /** There is no vault. */
  | { kind: 'nothing' }
  /** It is being read for the first time; `total` is 0 until the site has said it. */
  | { kind: 'reading'; done: number; total: number }
  /** All of it was read at `at`, epoch ms; `problem` is why nothing newer is known. */
  | { kind: 'counted'; summary: VaultSummary; at: number; problem?: Problem }
  | { kind: 'unknown'; problem: Problem };

type Input = { snapshot: Snapshot; summary?: VaultSummary; sync?: SyncStatus };

/** The number of items: the site's, or this browser's where the site gave none. */
export function itemCountOf({ snapshot, summary }: Input): number | undefined {
  if (snapshot.itemCount !== undefined) return snapshot.itemCount;
  return summary && syncedAt(summary.status) !== undefined
    ? summary.stored + summary.pending + summary.failed
    : undefined;
}

/** Derives the contents from the figures and the last announcement. */
export function contentsOf(input: Input): Contents {
  const { snapshot, summary, sync } = input;
  if (snapshot.membership === 'never') return { kind: 'nothing' };
  const at = summary && syncedAt(summary.status);
  if (summary && at !== undefined) {
    const problem = problemOf(summary.status) ?? snapshot.countProblem;
    return { kind: 'counted', summary, at, ...(problem && { problem }) };
  }
  const problem = problemOf(sync) ?? problemOf(summary?.status) ?? snapshot.countProblem;
  if (sync?.kind === 'syncing') return { kind: 'reading', done: sync.done, total: sync.total };
  if (problem) return { kind: 'unknown', problem };
  const total = snapshot.itemCount ?? 0;
  // The list is read to its end, but not counted yet.
  return { kind: 'reading', done: sync?.kind === 'synced' ? total : 0, total };
}

function syncedAt(status: SyncStatus): number | undefined {
  return 'at' in status ? status.at : undefined;
}

function problemOf(status: SyncStatus | undefined): Problem | undefined {
  return status?.kind === 'failed' ? status.problem : undefined;
}
