import { textOrder } from '@/utils/texts/language';
import type { Entry } from './prepare';

/** The API's four orders (`added`, `created`, `name`, `modelSize`; vault-api.md), and the other columns. */
export const SORT_KEYS = [
  'added',
  'created',
  'name',
  'modelSize',
  'totalSize',
  'version',
  'creator',
  'type',
  'baseModel',
  'category',
  'status',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

type Order = (a: Entry, b: Entry, compare: (a: string, b: string) => number) => number;

function byText(read: (entry: Entry) => string): Order {
  return (a, b, compare) => compare(read(a), read(b));
}

const ORDERS: { readonly [Key in SortKey]: Order } = {
  added: (a, b) => a.addedAt - b.addedAt,
  created: (a, b) => a.createdAt - b.createdAt,
  name: byText(({ item }) => item.modelName),
  modelSize: (a, b) => a.item.modelSizeKb - b.item.modelSizeKb,
  totalSize: (a, b) => a.totalKb - b.totalKb,
  version: byText(({ item }) => item.versionName),
  creator: byText(({ item }) => item.creatorName),
  type: byText(({ item }) => item.type),
  baseModel: byText(({ item }) => item.baseModel),
  category: byText(({ item }) => item.category),
  status: byText(({ item }) => item.status),
};

/** Whether an entry lacks the value of a sort: an empty name, no date. */
const LACKS: { readonly [Key in SortKey]: (entry: Entry) => boolean } = {
  added: ({ addedAt }) => Number.isNaN(addedAt),
  created: ({ createdAt }) => Number.isNaN(createdAt),
  name: ({ item }) => item.modelName === '',
  modelSize: () => false,
  totalSize: () => false,
  version: ({ item }) => item.versionName === '',
  creator: ({ item }) => item.creatorName === '',
  type: ({ item }) => item.type === '',
  baseModel: ({ item }) => item.baseModel === '',
  category: ({ item }) => item.category === '',
  status: () => false,
};

/**
 * A sorted copy. Entries without the value come last, and of two equal ones the newer row comes first: an order never changes by itself.
 * The API has no rule for either (site-facts.md F.2).
 */
export function sortEntries(entries: readonly Entry[], key: SortKey, isDescending: boolean): Entry[] {
  const [order, lacks, sign] = [ORDERS[key], LACKS[key], isDescending ? -1 : 1];
  const have = entries.filter(entry => !lacks(entry));
  const lack = entries.filter(lacks);
  const compare = textOrder();
  have.sort((a, b) => sign * order(a, b, compare) || b.item.id - a.item.id);
  return [...have, ...lack.sort((a, b) => b.item.id - a.item.id)];
}
