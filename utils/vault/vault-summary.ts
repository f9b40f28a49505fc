import type { SyncStatus } from '@/utils/messages/protocol';
import { sizeOfItemKb, type VaultItem } from './vault-item';

/** A version that was added a short while ago. */
export type RecentItem = Pick<
  VaultItem,
  'id' | 'modelVersionId' | 'modelId' | 'modelName' | 'versionName' | 'status' | 'failures'
>;

/** What the vault holds, told in a few figures. */
export type VaultSummary = {
  session: string;
  /** How well, and since when, this is known. */
  status: SyncStatus;
  stored: number;
  pending: number;
  failed: number;
  /** Of the failed ones those that the site has given up (site-facts.md F.6). */
  lost: number;
  /** How many of each type of model, and how much they take, KB; the largest first. */
  types: { type: string; count: number; kb: number }[];
  /** The last additions, the newest first. */
  recent: RecentItem[];
};

/** As many as the popup has room for: it is 600 px high at most. */
const RECENT = 4;

/** The site tries four times; with more failures than this it has given up (site-facts.md F.6). */
export const MAX_FAILURES = 3;

/** True for an item that is kept but that the site will never process. */
export function isLost({ status, failures }: Pick<VaultItem, 'status' | 'failures'>): boolean {
  return status === 'Failed' && failures > MAX_FAILURES;
}

/** How many of each type of model there are, and how much they take, KB; the largest first. */
export function typesOf(items: readonly VaultItem[]): VaultSummary['types'] {
  const types = new Map<string, VaultSummary['types'][number]>();
  for (const item of items) {
    const sum = types.get(item.type) ?? { type: item.type, count: 0, kb: 0 };
    types.set(item.type, { type: item.type, count: sum.count + 1, kb: sum.kb + sizeOfItemKb(item) });
  }
  return [...types.values()].sort((a, b) => b.kb - a.kb);
}

/** Counts the items. */
export function summarizeVault(items: readonly VaultItem[]): Omit<VaultSummary, 'session' | 'status'> {
  const stock = { stored: 0, pending: 0, failed: 0, lost: 0 };
  for (const item of items) {
    if (item.status === 'Pending') stock.pending += 1;
    else if (item.status === 'Failed') stock.failed += 1;
    else stock.stored += 1;
    if (isLost(item)) stock.lost += 1;
  }
  return {
    ...stock,
    types: typesOf(items),
    recent: items
      // What was added a moment ago has no date yet, and a negative id.
      .toSorted((a, b) => Number(a.id > 0) - Number(b.id > 0) || (b.addedAt ?? '').localeCompare(a.addedAt ?? ''))
      .slice(0, RECENT)
      .map(({ id, modelVersionId, modelId, modelName, versionName, status, failures }) => {
        return { id, modelVersionId, modelId, modelName, versionName, status, failures };
      }),
  };
}
