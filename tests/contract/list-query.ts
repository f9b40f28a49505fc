import type { ListParams } from '@/entrypoints/background/api/vault-api';

/** Everything that `vault/all` can be asked for; the extension itself uses only {@link ListParams} (site-facts.md F.2). */
export type ListQuery = Omit<ListParams, 'sort'> & {
  /** Part of a model, version or creator name. */
  query?: string;
  types?: readonly string[];
  categories?: readonly string[];
  baseModels?: readonly string[];
  /** ISO dates. The real API answers any date with a 500. */
  dateCreatedFrom?: string;
  dateCreatedTo?: string;
  dateAddedFrom?: string;
  dateAddedTo?: string;
  sort?: VaultSort;
  /** How the lists are written. `repeated` (the default): the key at least twice, as the real API takes it; `comma`: as documented. */
  listForm?: 'repeated' | 'comma';
};

export type VaultSort = 'Recently Added' | 'Recently Created' | 'Model Name' | 'Model Size';

const LISTS = ['types', 'categories', 'baseModels'] as const;

/** True for what the extension's own client can ask. */
export function isPlainQuery(query: ListQuery): query is ListParams {
  return Object.entries(query).every(
    ([name, value]) => ['limit', 'page'].includes(name) || (name === 'sort' && value === 'Recently Added'),
  );
}

/** The query string without `?`. */
export function writeListQuery(query: ListQuery): string {
  const { listForm = 'repeated', types: _, categories: __, baseModels: ___, ...single } = query;
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(single)) written.append(name, String(value));
  for (const name of LISTS) for (const value of writeList(query[name] ?? [], listForm)) written.append(name, value);
  return written.toString();
}

function writeList(values: readonly string[], form: 'repeated' | 'comma'): readonly string[] {
  if (form === 'comma') return values.length > 0 ? [values.join(',')] : [];
  return values.length === 1 ? [...values, ...values] : values;
}
