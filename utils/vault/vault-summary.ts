import type { Problem } from '@/utils/problem';
import { sizeOfItemKb, type VaultItem } from './vault-item';

/** How well this browser knows the vault. Times are epoch ms. */
export type SyncStatus =
  | { kind: 'never' }
  /** Items read so far, of how many. */
  | { kind: 'syncing'; done: number; total: number }
  /** All of it was read at `at`. */
  | { kind: 'synced'; at: number }
  /** It could not be brought up to date; `at`: when all of it was last read. */
  | { kind: 'failed'; problem: Problem; at?: number };

/** A version that was added a short while ago. */
export type RecentItem = Pick<
  VaultItem,
  'id' | 'modelVersionId' | 'modelId' | 'modelName' | 'versionName' | 'status' | 'failures'
> &
  /** Absent in the figures of an earlier release. */
  Partial<Pick<VaultItem, 'type' | 'baseModel'>>;

/** The vault's contents in a few figures. */
export type VaultSummary = {
  session: string;
  /** How well, and since when, the contents are known. */
  status: SyncStatus;
  stored: number;
  pending: number;
  failed: number;
  /** Those failed ones that the site has given up (site-facts.md F.6). */
  lost: number;
  /** Versions that are there more than once, and those that left only to be added again. */
  twice?: number;
  /** Count and size (KB) of each type of model; the largest first. */
  types: { type: string; count: number; kb: number }[];
  /** The last additions, the newest first. */
  recent: RecentItem[];
};

/** The popup has space for this many: it is 600 px high at most. */
const RECENT = 4;

/** The site tries four times; with more failures than this it has given up (site-facts.md F.6). */
export const MAX_FAILURES = 3;

/** True for an item that is in the vault but that the site will never store. */
export function isLost({ status, failures }: Pick<VaultItem, 'status' | 'failures'>): boolean {
  return status === 'Failed' && failures > MAX_FAILURES;
}

/** Count and size (KB) of each type of model; the largest first. */
export function typesOf(items: readonly VaultItem[]): VaultSummary['types'] {
  const types = new Map<string, VaultSummary['types'][number]>();
  for (const item of items) {
    const sum = types.get(item.type) ?? { type: item.type, count: 0, kb: 0 };
    types.set(item.type, { type: item.type, count: sum.count + 1, kb: sum.kb + sizeOfItemKb(item) });
  }
  return [...types.values()].sort((a, b) => b.kb - a.kb);
}

/** Sums up the items. */
export function summarizeVault(items: readonly VaultItem[]): Omit<VaultSummary, 'session' | 'status'> {
  const counts = { stored: 0, pending: 0, failed: 0, lost: 0 };
  const versions = new Set<number>();
  let twice = 0;
  for (const item of items) {
    if (versions.has(item.modelVersionId)) twice += 1;
    versions.add(item.modelVersionId);
    if (item.status === 'Pending') counts.pending += 1;
    else if (item.status === 'Failed') counts.failed += 1;
    else counts.stored += 1;
    if (isLost(item)) counts.lost += 1;
  }
  return {
    ...counts,
    twice,
    types: typesOf(items),
    recent: items
      // An item that the site hasn't listed yet has no date, and a negative id.
      .toSorted((a, b) => Number(a.id > 0) - Number(b.id > 0) || (b.addedAt ?? '').localeCompare(a.addedAt ?? ''))
      .slice(0, RECENT)
      .map(({ id, modelVersionId, modelId, modelName, versionName, status, failures, type, baseModel }) => {
        return { id, modelVersionId, modelId, modelName, versionName, status, failures, type, baseModel };
      }),
  };
}
