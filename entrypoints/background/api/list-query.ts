import type { ListParams } from './vault-api';

const LISTS = ['types', 'categories', 'baseModels'] as const;
const SINGLES = [
  'limit',
  'page',
  'query',
  'dateCreatedFrom',
  'dateCreatedTo',
  'dateAddedFrom',
  'dateAddedTo',
  'sort',
] as const;

/** `vault/all`'s parameters as a query string without `?`. A list in `repeated` form has its key at least twice (site-facts.md F.2). */
export function writeListQuery(params: ListParams): string {
  const query = new URLSearchParams();
  for (const name of SINGLES) {
    const value = params[name];
    if (value !== undefined) query.append(name, String(value));
  }
  for (const name of LISTS) {
    for (const value of writeList(params[name] ?? [], params.listForm ?? 'repeated')) query.append(name, value);
  }
  // The documentation asks for encoded spaces; a literal plus is already `%2B` here.
  return query.toString().replaceAll('+', '%20');
}

function writeList(values: readonly string[], form: 'repeated' | 'comma'): readonly string[] {
  if (form === 'comma') return values.length > 0 ? [values.join(',')] : [];
  return values.length === 1 ? [...values, ...values] : values;
}
