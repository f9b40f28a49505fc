import { SORT_KEYS, type SortKey } from './sort-items';

/** The lists by which a vault can be narrowed down. Each name is also the item's own. */
export const FACETS = ['type', 'baseModel', 'category', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** Days as the date field writes them, "2025-06-30", in the browser's time zone; both are part of the range. */
export type DayRange = { from?: string; to?: string };

/** Everything that decides which items are shown, and in which order. */
export type View = {
  query: string;
  /** What a facet's value has to be among; empty: anything. The empty text is a value: no category. */
  chosen: { readonly [Name in Facet]: readonly string[] };
  added: DayRange;
  created: DayRange;
  sort: SortKey;
  isDescending: boolean;
};

/** The order in which each sort starts; the API's own four start as the API sorts (vault-api.md). */
export const STARTS_DESCENDING: ReadonlySet<SortKey> = new Set(['added', 'created', 'modelSize', 'totalSize']);

/** Everything, the newest first, as the API lists it unless asked otherwise. */
export const WHOLE: View = {
  query: '',
  chosen: { type: [], baseModel: [], category: [], status: [] },
  added: {},
  created: {},
  sort: 'added',
  isDescending: true,
};

/** True if nothing is left out. */
export function isWhole({ query, chosen, added, created }: View): boolean {
  const isOpen = [added, created].every(({ from, to }) => from === undefined && to === undefined);
  return query === '' && isOpen && FACETS.every(facet => chosen[facet].length === 0);
}

/** How many filters are on, each value and each end of a range for itself; the search is not one of them. */
export function countFilters({ chosen, added, created }: View): number {
  const ends = [added.from, added.to, created.from, created.to].filter(day => day !== undefined);
  return ends.length + FACETS.reduce((sum, facet) => sum + chosen[facet].length, 0);
}

/** The view with one value of a facet more or less. */
export function toggleChoice(view: View, facet: Facet, value: string): View {
  const before = view.chosen[facet];
  const after = before.includes(value) ? before.filter(each => each !== value) : [...before, value];
  return { ...view, chosen: { ...view.chosen, [facet]: after } };
}

/** The view in another order; the same one again turns it round. */
export function sortBy(view: View, sort: SortKey): View {
  const isDescending = view.sort === sort ? !view.isDescending : STARTS_DESCENDING.has(sort);
  return { ...view, sort, isDescending };
}

/** True for a name in {@link SORT_KEYS}. */
export function isSortKey(text: string): text is SortKey {
  const keys: readonly string[] = SORT_KEYS;
  return keys.includes(text);
}
