import type { Entry } from './prepare';

/** Chosen items, by their row's id. */
export type Selection = ReadonlySet<number>;

export const NOTHING_SELECTED: Selection = new Set();

/** One item more or less. */
export function toggleItem(selection: Selection, id: number): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * Everything from one shown item to another is made like the first of the two: selected, or not. An anchor that is no longer shown
 * counts for nothing, then only `to` changes.
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

/** What was selected and everything that is shown. */
export function addAll(selection: Selection, shown: readonly Entry[]): Selection {
  return new Set([...selection, ...shown.map(({ item }) => item.id)]);
}

/** What was selected without anything that is shown. */
export function dropAll(selection: Selection, shown: readonly Entry[]): Selection {
  const next = new Set(selection);
  for (const { item } of shown) next.delete(item.id);
  return next;
}

/** Without what is no longer in the vault; the same set if nothing is. */
export function prune(selection: Selection, entries: readonly Entry[]): Selection {
  const ids = new Set(entries.map(({ item }) => item.id));
  const left = [...selection].filter(id => ids.has(id));
  return left.length === selection.size ? selection : new Set(left);
}

/** How many entries, and how large together, KB. */
export function totalOf(entries: readonly Entry[]): { count: number; sizeKb: number } {
  return { count: entries.length, sizeKb: entries.reduce((sum, { totalKb }) => sum + totalKb, 0) };
}
