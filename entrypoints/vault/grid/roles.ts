/**
 * The roles of a grid (ARIA practices). Some browsers drop a table's own roles where the style sheet changes its layout, so all are set
 * explicitly.
 */
export const ROLES = {
  grid: { role: 'grid', 'aria-multiselectable': true },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;
