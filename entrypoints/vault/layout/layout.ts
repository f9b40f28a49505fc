import { OPTIONAL_COLUMNS, type OptionalColumn } from '@/entrypoints/vault/grid/columns';
import { isRecord } from '@/utils/is-record';

/** How the user likes the list. The names are stored: they must stay. */
export type Layout = { density: 'roomy' | 'compact'; hidden: OptionalColumn[] };

const KEY = 'vaulted-layout';

/** Reads a layout of any age; a missing or unknown value becomes the default: two lines, all columns. */
export function readLayout(stored: unknown): Layout {
  if (!isRecord(stored)) return { density: 'roomy', hidden: [] };
  const hidden = Array.isArray(stored.hidden) ? stored.hidden : [];
  return {
    density: stored.density === 'compact' ? 'compact' : 'roomy',
    hidden: OPTIONAL_COLUMNS.filter(name => hidden.includes(name)),
  };
}

/** The stored layout; the default where the browser has none or refuses. */
export function loadLayout(): Layout {
  try {
    return readLayout(JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return readLayout(undefined);
  }
}

/** Stores the layout. A browser that refuses keeps it for this page only. */
export function saveLayout(layout: Layout): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(layout));
  } catch {
    // The page shows the choice all the same.
  }
}
