import { type Concerned, NO_CONCERN } from './concerns';
import { foldedWords } from './fold';
import type { Entry } from './prepare';
import { type DayRange, FACETS, type Facet, type View } from './view';

/** One value of a facet. `count`: items shown if only this value were chosen there; `total`: items that have it. */
export type FacetCount = { value: string; count: number; total: number };
export type FacetCounts = { readonly [Name in Facet]: readonly FacetCount[] };

export type Shown = { entries: Entry[]; facets: FacetCounts };

type Test = (entry: Entry) => boolean;

/**
 * The entries that a view shows, in one pass because it runs with every keystroke. The search finds each of its words in
 * the model's, version's or creator's name.
 */
export function filterEntries(sorted: readonly Entry[], view: View, concerned: Concerned = NO_CONCERN): Shown {
  const isMatch = allOf([
    search(view.query),
    concerning(view, concerned),
    within(view.added, 'addedAt'),
    within(view.created, 'createdAt'),
  ]);
  const columns = FACETS.map(facet => {
    const { at, totals } = valuesOf(sorted, facet);
    const wanted = new Set(view.chosen[facet]);
    const isWanted = totals.map(([value]) => wanted.size === 0 || wanted.has(value));
    return { facet, at, totals, isWanted, counts: totals.map(() => 0) };
  });
  const choosing = columns.filter(({ isWanted }) => isWanted.includes(false));
  const entries: Entry[] = [];
  for (const [index, entry] of sorted.entries()) {
    if (!isMatch(entry)) continue;
    const missed = choosing.length === 0 ? choosing : choosing.filter(each => !each.isWanted[each.at[index] ?? 0]);
    if (missed.length === 0) entries.push(entry);
    // An entry that fails in one facet alone would be shown by another choice there.
    const counting = missed.length === 0 ? columns : missed.length === 1 ? missed : [];
    for (const { at, counts } of counting) increment(counts, at[index] ?? 0);
  }
  return { entries, facets: listCounts(columns, view) };
}

function increment(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** The values of a facet with how many items have each, and which of them each item has: to look them up by name takes too long. */
type Values = { readonly totals: readonly (readonly [value: string, total: number])[]; readonly at: readonly number[] };
type Column = Values & { facet: Facet; counts: number[] };

const valuesByList = new WeakMap<readonly Entry[], Map<Facet, Values>>();

/** Counted once for each sorted list, not with every keystroke. */
function valuesOf(sorted: readonly Entry[], facet: Facet): Values {
  const byFacet = valuesByList.get(sorted) ?? new Map<Facet, Values>();
  valuesByList.set(sorted, byFacet);
  const counted = byFacet.get(facet);
  if (counted) return counted;
  const places = new Map<string, number>();
  const totals: [string, number][] = [];
  const at = sorted.map(({ item }) => {
    const place = places.get(item[facet]) ?? places.size;
    if (place === totals.length) totals.push([item[facet], 0]);
    places.set(item[facet], place);
    const total = totals[place];
    if (total) total[1] += 1;
    return place;
  });
  byFacet.set(facet, { totals, at });
  return { totals, at };
}

function allOf(tests: readonly (Test | undefined)[]): Test {
  const given = tests.filter(test => test !== undefined);
  return entry => given.every(test => test(entry));
}

function search(query: string): Test | undefined {
  const wanted = foldedWords(query);
  return wanted.length === 0 ? undefined : ({ names }) => wanted.every(word => names.includes(word));
}

function concerning({ concerns }: View, concerned: Concerned): Test | undefined {
  if (concerns.length === 0) return undefined;
  return ({ item }) => concerns.some(concern => concerned[concern].has(item.id));
}

/** Entries without a date are within no range. */
function within({ from, to }: DayRange, name: 'addedAt' | 'createdAt'): Test | undefined {
  if (from === undefined && to === undefined) return undefined;
  const start = from === undefined ? Number.NEGATIVE_INFINITY : startOfDay(from, 0);
  const end = to === undefined ? Number.POSITIVE_INFINITY : startOfDay(to, 1);
  return entry => entry[name] >= start && entry[name] < end;
}

/** Epoch ms at which a day starts here, or the day so many days later. Not every day has 24 hours. */
function startOfDay(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

function listCounts(columns: readonly Column[], { chosen }: View): FacetCounts {
  const list = (facet: Facet): FacetCount[] => {
    const column = columns.find(each => each.facet === facet);
    const found = column?.totals.map(([value, total], at) => ({ value, count: column.counts[at] ?? 0, total })) ?? [];
    const missing = chosen[facet].filter(value => !found.some(each => each.value === value));
    return [...found, ...missing.map(value => ({ value, count: 0, total: 0 }))];
  };
  return { type: list('type'), baseModel: list('baseModel'), category: list('category'), status: list('status') };
}
