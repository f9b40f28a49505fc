import { fold } from './fold';
import type { Entry } from './prepare';
import { type DayRange, FACETS, type Facet, type View } from './view';

/** One value of a facet. `count`: items shown if only this value were chosen there; `total`: items that have it. */
export type FacetCount = { value: string; count: number; total: number };
export type FacetCounts = { readonly [Name in Facet]: readonly FacetCount[] };

export type Shown = { entries: Entry[]; facets: FacetCounts };

type Test = (entry: Entry) => boolean;

/**
 * The entries that a view shows, in one pass because it runs with every keystroke. The search matches part of the model's, version's or
 * creator's name as in the API, but ignores accents and widths too.
 */
export function filterEntries(sorted: readonly Entry[], view: View): Shown {
  const isMatch = allOf([search(view.query), within(view.added, 'addedAt'), within(view.created, 'createdAt')]);
  const columns = FACETS.map(facet => {
    const totals = totalsOf(sorted, facet);
    const counts = new Map([...totals.keys()].map(value => [value, 0]));
    return { facet, wanted: new Set(view.chosen[facet]), totals, counts };
  });
  const entries: Entry[] = [];
  for (const entry of sorted) {
    if (!isMatch(entry)) continue;
    const missed = columns.filter(({ facet, wanted }) => wanted.size > 0 && !wanted.has(entry.item[facet]));
    if (missed.length === 0) entries.push(entry);
    // An entry that fails in one facet alone would be shown by another choice there.
    const counting = missed.length === 0 ? columns : missed.length === 1 ? missed : [];
    for (const { facet, counts } of counting) counts.set(entry.item[facet], (counts.get(entry.item[facet]) ?? 0) + 1);
  }
  return { entries, facets: listCounts(columns, view) };
}

type Totals = ReadonlyMap<string, number>;
type Column = { facet: Facet; wanted: ReadonlySet<string>; totals: Totals; counts: Map<string, number> };

const totalsByList = new WeakMap<readonly Entry[], Map<Facet, Totals>>();

/** How many items have each value; counted once for each sorted list, not with every keystroke. */
function totalsOf(sorted: readonly Entry[], facet: Facet): Totals {
  const byFacet = totalsByList.get(sorted) ?? new Map<Facet, Totals>();
  totalsByList.set(sorted, byFacet);
  const counted = byFacet.get(facet);
  if (counted) return counted;
  const totals = new Map<string, number>();
  for (const { item } of sorted) totals.set(item[facet], (totals.get(item[facet]) ?? 0) + 1);
  byFacet.set(facet, totals);
  return totals;
}

function allOf(tests: readonly (Test | undefined)[]): Test {
  const given = tests.filter(test => test !== undefined);
  return entry => given.every(test => test(entry));
}

function search(query: string): Test | undefined {
  const wanted = fold(query);
  return wanted === '' ? undefined : ({ names }) => names.some(name => name.includes(wanted));
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
    const all = new Set([...(column?.totals.keys() ?? []), ...chosen[facet]]);
    return [...all].map(value => ({
      value,
      count: column?.counts.get(value) ?? 0,
      total: column?.totals.get(value) ?? 0,
    }));
  };
  return { type: list('type'), baseModel: list('baseModel'), category: list('category'), status: list('status') };
}
