import { readVersionId, type VersionId } from '@/utils/civitai/ids';
import { CONCERNS } from './concerns';
import { type DayRange, FACETS, isSortKey, STARTS_DESCENDING, type View, WHOLE } from './view';

/** The API's own names (vault-api.md). Lists are repeated keys, because a category may contain a comma. */
const NAMES = { type: 'types', baseModel: 'baseModels', category: 'categories', status: 'status' } as const;

/** A view as a query without `?`. Defaults are left out, so the whole vault has an empty one. */
export function writeView(view: View): string {
  const query = new URLSearchParams();
  if (view.query !== '') query.set('query', view.query);
  for (const facet of FACETS) for (const value of view.chosen[facet]) query.append(NAMES[facet], value);
  for (const concern of view.concerns) query.append('show', concern);
  writeRange(query, 'dateAdded', view.added);
  writeRange(query, 'dateCreated', view.created);
  const isDefault = view.isDescending === STARTS_DESCENDING.has(view.sort);
  if (view.sort !== WHOLE.sort || !isDefault) query.set('sort', view.sort);
  if (!isDefault) query.set('order', view.isDescending ? 'desc' : 'asc');
  return query.toString();
}

/** Reads a query of any origin; a value that is not understood becomes the default. */
export function readView(text: string): View {
  const query = new URLSearchParams(text);
  const sort = query.get('sort') ?? '';
  const key = isSortKey(sort) ? sort : WHOLE.sort;
  const order = query.get('order');
  const list = (name: string): string[] => [...new Set(query.getAll(name))];
  return {
    query: query.get('query') ?? '',
    chosen: {
      type: list(NAMES.type),
      baseModel: list(NAMES.baseModel),
      category: list(NAMES.category),
      status: list(NAMES.status),
    },
    concerns: CONCERNS.filter(concern => list('show').includes(concern)),
    added: readRange(query, 'dateAdded'),
    created: readRange(query, 'dateCreated'),
    sort: key,
    isDescending: order === 'asc' || order === 'desc' ? order === 'desc' : STARTS_DESCENDING.has(key),
  };
}

/** The version whose details an address opens beside the view: `vault.html?version=2514310`. */
export function readOpened(text: string): VersionId | undefined {
  return readVersionId(new URLSearchParams(text).get('version'));
}

function writeRange(query: URLSearchParams, name: string, { from, to }: DayRange): void {
  if (from !== undefined) query.set(`${name}From`, from);
  if (to !== undefined) query.set(`${name}To`, to);
}

function readRange(query: URLSearchParams, name: string): DayRange {
  const [from, to] = [query.get(`${name}From`), query.get(`${name}To`)].map(readDay);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The day, if it exists in the calendar. */
function readDay(text: string | null): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text;
}
