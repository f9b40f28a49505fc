import { useMemo, useState } from 'preact/hooks';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { Concerned } from '@/utils/vault-view/concerns';
import { filterEntries } from '@/utils/vault-view/filter-items';
import { type Entry, prepare } from '@/utils/vault-view/prepare';
import { addAll, dropAll, NOTHING_SELECTED, prune, type Selection } from '@/utils/vault-view/selection';
import { sortEntries } from '@/utils/vault-view/sort-items';
import type { View } from '@/utils/vault-view/view';

/** With nothing selected, a letter in the search must not look through the list for it. */
function selectedOf(entries: readonly Entry[], selection: Selection): Entry[] {
  return selection.size === 0 ? [] : entries.filter(({ item }) => selection.has(item.id));
}

/** The entries of a view, and which of them are selected. Everything is in the order of the list. */
export function useEntries(items: readonly MirroredItem[], view: View, concerned: Concerned) {
  const [selected, setSelected] = useState<Selection>(NOTHING_SELECTED);
  const entries = useMemo(() => prepare(items), [items]);
  const sorted = useMemo(
    () => sortEntries(entries, view.sort, view.isDescending),
    [entries, view.sort, view.isDescending],
  );
  const { entries: shown, facets } = useMemo(() => filterEntries(sorted, view, concerned), [sorted, view, concerned]);
  const selection = useMemo(() => prune(selected, entries), [selected, entries]);
  const chosen = useMemo(() => selectedOf(sorted, selection), [sorted, selection]);
  const chosenShown = useMemo(() => selectedOf(shown, selection).length, [shown, selection]);
  const isAllSelected = shown.length > 0 && chosenShown === shown.length;
  return {
    entries,
    sorted,
    shown,
    facets,
    selection,
    /** The selected entries, also those that are not shown. */
    chosen,
    /** The number of selected entries that are not shown. */
    hidden: chosen.length - chosenShown,
    isAllSelected,
    select: setSelected,
    selectShown: (): void => setSelected(addAll(selection, shown)),
    clear: (): void => setSelected(NOTHING_SELECTED),
    toggleAll: (): void => setSelected((isAllSelected ? dropAll : addAll)(selection, shown)),
  };
}

export type Entries = ReturnType<typeof useEntries>;
