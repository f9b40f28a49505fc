/**
 * The roles of a table that is a grid (ARIA practices). A style sheet that lays a table out as anything else takes its own roles away
 * in some browsers, so all of them are said again.
 */
export const ROLES = {
  grid: { role: 'grid', 'aria-multiselectable': true },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;
