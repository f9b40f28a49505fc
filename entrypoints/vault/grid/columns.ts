import type { SortKey } from '@/utils/vault-view/sort-items';

/** The grid's columns, in the order of the arrow keys. */
export const COLUMNS = [
  { name: 'select', title: 'Select', sort: undefined },
  { name: 'model', title: 'Model', sort: 'name' },
  { name: 'creator', title: 'Creator', sort: 'creator' },
  { name: 'type', title: 'Type', sort: 'type' },
  { name: 'base', title: 'Base model', sort: 'baseModel' },
  { name: 'category', title: 'Category', sort: 'category' },
  { name: 'size', title: 'Size', sort: 'totalSize' },
  { name: 'added', title: 'Added', sort: 'added' },
  { name: 'created', title: 'Created', sort: 'created' },
  { name: 'status', title: 'Status', sort: 'status' },
  { name: 'open', title: 'On Civitai', sort: undefined },
] as const satisfies readonly { name: string; title: string; sort: SortKey | undefined }[];

export type ColumnName = (typeof COLUMNS)[number]['name'];
