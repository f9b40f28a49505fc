import type { Entry } from './prepare';

/** The selected items, by their row's id. */
export type Selection = ReadonlySet<number>;

export const NOTHING_SELECTED: Selection = new Set();

/** Selects the item, or unselects it. */
export function toggleItem(selection: Selection, id: number): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * Makes every shown item from `anchor` to `to` like the anchor: selected, or not. Where the anchor is no longer shown, only `to`
 * changes.
 */
export function extendTo(
  selection: Selection,
  shown: readonly Entry[],
  anchor: number | undefined,
  to: number,
): Selection {
  const start = shown.findIndex(({ item }) => item.id === anchor);
  const end = shown.findIndex(({ item }) => item.id === to);
  if (start < 0 || end < 0 || anchor === undefined) return toggleItem(selection, to);
  const isAdding = selection.has(anchor);
  const next = new Set(selection);
  for (const { item } of shown.slice(Math.min(start, end), Math.max(start, end) + 1)) {
    if (isAdding) next.add(item.id);
    else next.delete(item.id);
  }
  return next;
}

/** Selects everything that is shown, too. */
export function addAll(selection: Selection, shown: readonly Entry[]): Selection {
  return new Set([...selection, ...shown.map(({ item }) => item.id)]);
}

/** Unselects everything that is shown. */
export function dropAll(selection: Selection, shown: readonly Entry[]): Selection {
  const next = new Set(selection);
  for (const { item } of shown) next.delete(item.id);
  return next;
}

/** Drops items that are no longer in the vault; returns the same set if there are none. */
export function prune(selection: Selection, entries: readonly Entry[]): Selection {
  if (selection.size === 0) return selection;
  const ids = new Set(entries.map(({ item }) => item.id));
  const left = [...selection].filter(id => ids.has(id));
  return left.length === selection.size ? selection : new Set(left);
}

/** The number of entries and their size, KB. */
export function totalOf(entries: readonly Entry[]): { count: number; sizeKb: number } {
  return { count: entries.length, sizeKb: entries.reduce((sum, { totalKb }) => sum + totalKb, 0) };
}
