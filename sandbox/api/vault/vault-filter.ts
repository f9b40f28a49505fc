import type { VaultItemRow } from '@/sandbox/records.ts';

export const SORTS = ['Recently Added', 'Recently Created', 'Model Name', 'Model Size'] as const;

/** What `/vault/all` was asked for. Times are epoch ms, bounds included. */
export type ListFilter = {
  limit: number;
  page: number;
  text?: string | undefined;
  types?: readonly string[] | undefined;
  categories?: readonly string[] | undefined;
  baseModels?: readonly string[] | undefined;
  created?: { from: number; to: number };
  added?: { from: number; to: number };
  sort: (typeof SORTS)[number];
};

const orders: { [Sort in ListFilter['sort']]: (a: VaultItemRow, b: VaultItemRow) => number } = {
  'Recently Added': (a, b) => b.addedAt.localeCompare(a.addedAt),
  'Recently Created': (a, b) => b.createdAt.localeCompare(a.createdAt),
  'Model Name': (a, b) => a.modelName.localeCompare(b.modelName),
  'Model Size': (a, b) => b.modelSizeKb - a.modelSizeKb,
};

function isAmong(list: readonly string[] | undefined, value: string): boolean {
  return list === undefined || list.includes(value);
}

function isWithin(range: { from: number; to: number } | undefined, iso: string): boolean {
  if (range === undefined) return true;
  const at = Date.parse(iso);
  return range.from <= at && at <= range.to;
}

function contains(row: VaultItemRow, text: string | undefined): boolean {
  if (!text) return true;
  const wanted = text.toLowerCase();
  return [row.modelName, row.versionName, row.creatorName].some(name => name.toLowerCase().includes(wanted));
}

/** The rows that the filter lets through, in its order; ties stay as they are, there is no second criterion (site-facts.md F.2). */
export function filterRows(rows: VaultItemRow[], filter: ListFilter): VaultItemRow[] {
  const { text, types, categories, baseModels, created, added } = filter;
  const matching = rows.filter(
    row =>
      contains(row, text) &&
      isAmong(types, row.type) &&
      isAmong(categories, row.category) &&
      isAmong(baseModels, row.baseModel) &&
      isWithin(created, row.createdAt) &&
      isWithin(added, row.addedAt),
  );
  return matching.sort(orders[filter.sort]);
}
