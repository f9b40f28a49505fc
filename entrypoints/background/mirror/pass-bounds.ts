import { MOST_LISTED, type VaultPage } from '@/entrypoints/background/api/vault-api';
import type { SyncRow } from '@/entrypoints/background/storage/rows';
import type { WholeTransaction } from '@/entrypoints/background/storage/schema';

/** Twenty times the largest vault that is known: what a list says beyond it is not believed. */
const MAX_LIST_ITEMS = 100_000;
/** Items that are added while the list is read push others to further pages: so many of them are read beyond what was announced. */
const PAGES_BEYOND = 3;

/** What keeps one pass over the list from going on for ever. */
export type PassBounds = {
  /** True if nothing comes after the page: it is empty, or brings no item that this pass has not seen. */
  isOver(page: Pick<VaultPage, 'items' | 'totalItems'>): boolean;
  /** True for the number of a page that a list of so many items can't have; of none before the first page was looked at. */
  isBeyond(pageNumber: number): boolean;
};

/**
 * The bounds of the pass that goes on with `row`. What counts is how much there was when it began: a list that grows with each page would
 * never end.
 */
export function createPassBounds({ nextPage, totalItems }: Pick<SyncRow, 'nextPage' | 'totalItems'>): PassBounds {
  const seen = new Set<number>();
  let total = nextPage > 1 ? totalItems : undefined;
  return {
    isOver({ items, totalItems: announced }) {
      total ??= announced;
      const before = seen.size;
      for (const { id } of items) seen.add(id);
      return seen.size === before;
    },
    isBeyond: pageNumber =>
      total !== undefined && pageNumber > Math.ceil(Math.min(total, MAX_LIST_ITEMS) / MOST_LISTED) + PAGES_BEYOND,
  };
}

/** Before the whole list is read: so many rows came from a list that never agreed with itself, and would stay for good. */
export async function dropFlood(transaction: WholeTransaction, most = MAX_LIST_ITEMS): Promise<void> {
  const items = transaction.objectStore('items');
  if ((await items.count()) > most) await items.clear();
}
