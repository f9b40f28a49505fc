import type { SortKey } from '@/utils/vault-view/sort-items';

/** The grid's columns, in the order of the arrow keys. `rem`: the width, or the least width of one that grows; as in grid.css. */
export const COLUMNS = [
  { name: 'select', sort: undefined, rem: 2.5 },
  { name: 'model', sort: 'name', rem: 13 },
  { name: 'creator', sort: 'creator', rem: 6 },
  { name: 'type', sort: 'type', rem: 7 },
  { name: 'base', sort: 'baseModel', rem: 6.75 },
  { name: 'category', sort: 'category', rem: 6.25 },
  { name: 'size', sort: 'totalSize', rem: 6 },
  { name: 'added', sort: 'added', rem: 6.75 },
  { name: 'created', sort: 'created', rem: 6.75 },
  { name: 'status', sort: 'status', rem: 6.75 },
  { name: 'open', sort: undefined, rem: 2.75 },
] as const satisfies readonly { name: string; sort: SortKey | undefined; rem: number }[];

export type ColumnName = (typeof COLUMNS)[number]['name'];

/** The columns that a list can do without, the least important first. */
export const OPTIONAL_COLUMNS = [
  'created',
  'category',
  'base',
  'creator',
  'type',
  'added',
  'size',
  'status',
] as const satisfies readonly ColumnName[];

export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

/** How much more the model's column needs where the version stands beside the model. */
const ONE_LINE_REM = 5;

/**
 * The columns for which a list of this width, in rem, has no room beside the others; never one that is hidden anyway. `isOneLine`: the
 * rows are compact.
 */
export function columnsWithoutRoom(
  rem: number,
  hidden: readonly OptionalColumn[],
  isOneLine: boolean,
): OptionalColumn[] {
  const isHidden = (name: ColumnName): boolean => hidden.some(each => each === name);
  const widthOf = (name: ColumnName): number => COLUMNS.find(column => column.name === name)?.rem ?? 0;
  let needed = COLUMNS.reduce(
    (sum, { name }) => sum + (isHidden(name) ? 0 : widthOf(name)),
    isOneLine ? ONE_LINE_REM : 0,
  );
  const left: OptionalColumn[] = [];
  for (const name of OPTIONAL_COLUMNS) {
    if (needed <= rem) break;
    if (isHidden(name)) continue;
    left.push(name);
    needed -= widthOf(name);
  }
  return left;
}
