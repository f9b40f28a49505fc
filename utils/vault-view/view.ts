import { CONCERNS, type Concern } from './concerns';
import { SORT_KEYS, type SortKey } from './sort-items';

/** The facets by which the list can be filtered. Each is also a property of an item. */
export const FACETS = ['type', 'baseModel', 'category', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** Days as a date field writes them, "2025-06-30", in the browser's time zone. Both belong to the range. */
export type DayRange = { from?: string; to?: string };

/** Which items are shown, and in which order. */
export type View = {
  query: string;
  /** The allowed values of each facet; empty: all. The empty text is a value: no category. */
  chosen: { readonly [Name in Facet]: readonly string[] };
  /** Only items that one of these concerns; empty: all. */
  concerns: readonly Concern[];
  added: DayRange;
  created: DayRange;
  sort: SortKey;
  isDescending: boolean;
};

/** The sorts that start descending; the API's own four start as the API sorts (vault-api.md). */
export const STARTS_DESCENDING: ReadonlySet<SortKey> = new Set(['added', 'created', 'modelSize', 'totalSize']);

/** Everything, the newest first: the API's default. */
export const WHOLE: View = {
  query: '',
  chosen: { type: [], baseModel: [], category: [], status: [] },
  concerns: [],
  added: {},
  created: {},
  sort: 'added',
  isDescending: true,
};

/** True if no filter and no search is on. */
export function isWhole({ query, chosen, concerns, added, created }: View): boolean {
  const isOpen = [added, created].every(({ from, to }) => from === undefined && to === undefined);
  return query.trim() === '' && isOpen && concerns.length === 0 && FACETS.every(facet => chosen[facet].length === 0);
}

/** True for the order in which the vault is read: the newest first. */
export function isNewestFirst({ sort, isDescending }: Pick<View, 'sort' | 'isDescending'>): boolean {
  return sort === WHOLE.sort && isDescending === WHOLE.isDescending;
}

/** The number of filters: each value and each end of a range counts, the search doesn't. */
export function countFilters({ chosen, concerns, added, created }: View): number {
  const ends = [added.from, added.to, created.from, created.to].filter(day => day !== undefined);
  return ends.length + concerns.length + FACETS.reduce((sum, facet) => sum + chosen[facet].length, 0);
}

/** Chooses a value of a facet, or drops it. */
export function toggleChoice(view: View, facet: Facet, value: string): View {
  const before = view.chosen[facet];
  const after = before.includes(value) ? before.filter(each => each !== value) : [...before, value];
  return { ...view, chosen: { ...view.chosen, [facet]: after } };
}

/** Shows only what it concerns, or all again. */
export function toggleConcern(view: View, value: string): View {
  const concerns = CONCERNS.filter(each => (each === value) !== view.concerns.includes(each));
  return { ...view, concerns };
}

/** Sorts by a key; the present key again reverses the order. */
export function sortBy(view: View, sort: SortKey): View {
  const isDescending = view.sort === sort ? !view.isDescending : STARTS_DESCENDING.has(sort);
  return { ...view, sort, isDescending };
}

/** True for a name in {@link SORT_KEYS}. */
export function isSortKey(text: string): text is SortKey {
  const keys: readonly string[] = SORT_KEYS;
  return keys.includes(text);
}
