import { COLUMNS, type ColumnName } from './columns';

/** Columns that the style sheet hides at this width. */
export function hiddenColumns(grid: HTMLElement | null): Set<ColumnName> {
  const isHidden = (name: ColumnName): boolean => {
    const cell = grid?.querySelector(`[data-column="${name}"]`);
    return cell ? getComputedStyle(cell).display === 'none' : false;
  };
  return new Set(COLUMNS.map(({ name }) => name).filter(isHidden));
}
