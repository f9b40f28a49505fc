import { errorText } from '@/sandbox/api/failures.ts';
import type { ApiAnswer } from '@/sandbox/api/handler.ts';
import { MODEL_TYPES } from '@/sandbox/catalogue/names.ts';
import { type ListFilter, SORTS } from './vault-filter.ts';

function list(query: URLSearchParams, name: string): string[] | undefined {
  const values = query
    .getAll(name)
    .flatMap(value => value.split(','))
    .map(value => value.trim());
  return values.length > 0 ? values : undefined;
}

/** A whole number within bounds, `fallback` when absent, `undefined` when it is neither. */
function wholeNumber(query: URLSearchParams, name: string, fallback: number, max: number): number | undefined {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= max ? value : undefined;
}

/** `NaN` where a bound is no date. */
function range(query: URLSearchParams, name: string): { from: number; to: number } {
  const [from, to] = [query.get(`${name}From`), query.get(`${name}To`)];
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : Date.parse(from),
    to: to === null ? Number.POSITIVE_INFINITY : Date.parse(to),
  };
}

/** Reads the list's parameters as the documentation describes them; what does not fit is a 400. */
export function readDocumentedFilter(query: URLSearchParams): ListFilter | { failure: ApiAnswer } {
  const bad = (name: string) => ({ failure: errorText(400, `Invalid value for ${name}`) });
  const limit = wholeNumber(query, 'limit', 60, 200);
  const page = wholeNumber(query, 'page', 1, Number.MAX_SAFE_INTEGER);
  if (limit === undefined) return bad('limit');
  if (page === undefined) return bad('page');
  const types = list(query, 'types');
  const known: readonly string[] = MODEL_TYPES;
  if (types?.some(type => !known.includes(type))) return bad('types');
  const sort = SORTS.find(name => name === (query.get('sort') ?? 'Recently Added'));
  if (!sort) return bad('sort');
  const [created, added] = [range(query, 'dateCreated'), range(query, 'dateAdded')];
  if ([created.from, created.to].some(Number.isNaN)) return bad('dateCreated');
  if ([added.from, added.to].some(Number.isNaN)) return bad('dateAdded');
  const text = query.get('query') ?? undefined;
  return {
    limit,
    page,
    text,
    types,
    categories: list(query, 'categories'),
    baseModels: list(query, 'baseModels'),
    created,
    added,
    sort,
  };
}
