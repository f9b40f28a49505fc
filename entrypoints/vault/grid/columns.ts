import type { SortKey } from '@/utils/vault-view/sort-items';

/** The grid's columns, in the order of the arrow keys. */
export const COLUMNS = [
  { name: 'select', sort: undefined },
  { name: 'model', sort: 'name' },
  { name: 'creator', sort: 'creator' },
  { name: 'type', sort: 'type' },
  { name: 'base', sort: 'baseModel' },
  { name: 'category', sort: 'category' },
  { name: 'size', sort: 'totalSize' },
  { name: 'added', sort: 'added' },
  { name: 'created', sort: 'created' },
  { name: 'status', sort: 'status' },
  { name: 'open', sort: undefined },
] as const satisfies readonly { name: string; sort: SortKey | undefined }[];

export type ColumnName = (typeof COLUMNS)[number]['name'];
