import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { VaultItemRow } from '@/sandbox/records.ts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { filterEntries } from '@/utils/vault-view/filter-items';
import { type Entry, prepare } from '@/utils/vault-view/prepare';
import { SORT_KEYS, type SortKey, sortEntries } from '@/utils/vault-view/sort-items';
import { FACETS, type View, WHOLE } from '@/utils/vault-view/view';
import type { ListQuery, VaultSort } from './list-query.ts';
import { createOddVault, ODD_NAMES, readItems } from './odd-vault.ts';
import { type SandboxApi, startSandboxApi, successOf } from './sandbox-api.ts';

/** What the page shows of three vaults, compared with the sandbox's own database and with what its documented list answers. */
let api: SandboxApi;
const vaults = new Map<string, { items: MirroredItem[]; rows: VaultItemRow[]; key: string }>();

beforeAll(async () => {
  api = await startSandboxApi();
  const odd = createOddVault(api);
  const owners = {
    small: [keys.small, api.sandbox.accounts.get('small').id],
    huge: [keys.huge, api.sandbox.accounts.get('huge').id],
  } as const;
  for (const [name, [key, id]] of [...Object.entries(owners), ['odd', [odd.key, odd.accountId]] as const]) {
    vaults.set(name, { key, items: await readItems(api, key), rows: api.sandbox.vault.items(id) });
  }
}, 60_000);
afterAll(() => api.sandbox.close());
beforeEach(() => {
  api.sandbox.settings.flavour = 'real';
});

function vaultOf(name: string) {
  const vault = vaults.get(name);
  if (!vault) throw new Error(`there is no vault ${name}`);
  return vault;
}

const sorted = new Map<string, Entry[]>();

/** Sorted once for each order, as on the page. */
function sortedOf(name: string, { sort, isDescending }: View): Entry[] {
  const key = [name, sort, isDescending].join();
  const entries = sorted.get(key) ?? sortEntries(prepare(vaultOf(name).items), sort, isDescending);
  sorted.set(key, entries);
  return entries;
}

function show(name: string, changes: Partial<View>): MirroredItem[] {
  const view = { ...WHOLE, ...changes };
  return filterEntries(sortedOf(name, view), view).entries.map(({ item }) => item);
}

/** Row ids, in an order of their own: which items, not how they stand. */
function idsOf(items: readonly { id: number }[]): number[] {
  return items.map(({ id }) => id).sort((a, b) => a - b);
}

function expected(name: string, isShown: (row: VaultItemRow) => boolean): number[] {
  return idsOf(vaultOf(name).rows.filter(isShown));
}

/** The same from the API as it is documented. */
async function listed(name: string, params: ListQuery): Promise<number[]> {
  api.sandbox.settings.flavour = 'documented';
  const client = api.as(vaultOf(name).key);
  const ids: number[] = [];
  for (let page = 1; ; page += 1) {
    const answer = successOf(await client.list({ limit: 200, page, listForm: 'comma', ...params }));
    ids.push(...answer.items.map(({ id }) => id));
    if (page >= answer.totalPages) return ids;
  }
}

describe.each(['small', 'huge', 'odd'])('the vault of %s', name => {
  it('is shown whole', () => {
    expect(idsOf(show(name, {}))).toEqual(expected(name, () => true));
  });

  it.each(FACETS)('is filtered by each %s, and by two at once', facet => {
    const values = [...new Set(vaultOf(name).rows.map(row => row[facet]))];
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) {
      const shown = show(name, { chosen: { ...WHOLE.chosen, [facet]: [value] } });
      expect(idsOf(shown)).toEqual(expected(name, row => row[facet] === value));
    }
    const two = values.slice(0, 2);
    const shown = show(name, { chosen: { ...WHOLE.chosen, [facet]: two } });
    expect(idsOf(shown)).toEqual(expected(name, row => two.includes(row[facet])));
  });

  it('counts for each value what choosing it would show, whatever else is chosen', () => {
    const [first] = vaultOf(name).rows;
    const view = { ...WHOLE, query: 'o', chosen: { ...WHOLE.chosen, type: [first?.type ?? ''] } };
    const { facets } = filterEntries(prepare(vaultOf(name).items), view);
    for (const facet of FACETS) {
      expect(facets[facet].map(({ value }) => value).sort()).toEqual(
        [...new Set(vaultOf(name).rows.map(row => row[facet]))].sort(),
      );
      for (const { value, count } of facets[facet]) {
        expect(count, `${facet} ${value}`).toBe(
          show(name, { ...view, chosen: { ...view.chosen, [facet]: [value] } }).length,
        );
      }
    }
  });

  it.each(['added', 'created'] as const)('is filtered by the day on which it was %s, bounds included', range => {
    const column = `${range}At` as const;
    const dates = vaultOf(name).rows.flatMap(row => row[column] ?? []);
    const day = (iso: string): string => {
      const at = new Date(iso);
      return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(part => String(part).padStart(2, '0')).join('-');
    };
    for (const iso of [dates[0], dates[Math.floor(dates.length / 2)], dates.at(-1)]) {
      const bound = day(iso ?? '');
      // Texts of days compare like the days they name.
      const isOn = (compare: (day: string) => boolean) => (row: VaultItemRow) =>
        row[column] !== null && compare(day(row[column]));
      expect(idsOf(show(name, { [range]: { from: bound } }))).toEqual(
        expected(
          name,
          isOn(each => each >= bound),
        ),
      );
      expect(idsOf(show(name, { [range]: { to: bound } }))).toEqual(
        expected(
          name,
          isOn(each => each <= bound),
        ),
      );
      expect(idsOf(show(name, { [range]: { from: bound, to: bound } }))).toEqual(
        expected(
          name,
          isOn(each => each === bound),
        ),
      );
    }
  });

  it.each(SORT_KEYS)('is sorted by %s, both ways, without losing anything', key => {
    const ascending = show(name, { sort: key, isDescending: false });
    const descending = show(name, { sort: key, isDescending: true });
    expect(idsOf(ascending)).toEqual(expected(name, () => true));
    const values = (items: MirroredItem[]) => items.map(item => keyOf(item, key)).filter(value => value !== '');
    const inOrder = values(ascending).sort((a, b) =>
      typeof a === 'number' ? a - Number(b) : a.localeCompare(String(b), 'en'),
    );
    expect(values(ascending)).toEqual(inOrder);
    // Of equal values the order is ours; the values themselves turn round.
    expect(values(descending)).toEqual([...inOrder].reverse());
    for (const items of [ascending, descending]) {
      const lacking = items.map(item => keyOf(item, key) === '');
      expect(lacking).toEqual([...lacking].sort());
    }
  });
});

function keyOf(item: MirroredItem, key: SortKey): string | number {
  const read: { readonly [Key in SortKey]: string | number } = {
    added: item.addedAt ?? '',
    created: item.createdAt ?? '',
    name: item.modelName,
    modelSize: item.modelSizeKb,
    totalSize: item.modelSizeKb + item.detailsSizeKb + item.imagesSizeKb,
    version: item.versionName,
    creator: item.creatorName,
    type: item.type,
    baseModel: item.baseModel,
    category: item.category,
    status: item.status,
  };
  return read[key];
}

describe('the search', () => {
  const contains = (row: VaultItemRow, text: string): boolean =>
    [row.modelName, row.versionName, row.creatorName].some(field => field.toLowerCase().includes(text.toLowerCase()));

  it.each(['wai', 'WAI-ILLUS', 'v1', 'fox', '🦊', '👩‍🚀', '水墨', 'أسلوب', '☆', '(v2)', 'small', '%', '', ' '])(
    '%j finds in a small vault what the database has',
    query => {
      expect(idsOf(show('small', { query }))).toEqual(expected('small', row => contains(row, query)));
    },
  );

  it.each(['kept only here 1', 'Kept Only Here 4999', 'HARBOR', '🌸', '【', '改', 'نموذج', 'nothing like that'])(
    '%j finds among 5,000 what the database has',
    query => {
      expect(idsOf(show('huge', { query }))).toEqual(expected('huge', row => contains(row, query)));
    },
  );

  it.each(ODD_NAMES)('finds %j by its own name', query => {
    const found = idsOf(show('odd', { query }));
    for (const id of expected('odd', row => contains(row, query))) expect(found).toContain(id);
  });

  it.each([
    ['cafe', 'Café Ångström'],
    ['CAFÉ LOWER', 'CAFE\u0301 lower'],
    ['angstrom', 'Café Ångström'],
    ['ハンカク', 'ﾊﾝｶｸ half width'],
    ['ＦＯＸ', '🦊 Fox 👩‍🚀'],
    ['اسلوب', 'أسلوب الخط العربي'],
  ])('%s finds %s, whatever the accents and widths', (query, name) => {
    expect(show('odd', { query }).map(({ modelName }) => modelName)).toContain(name);
  });
});

/** As documented, and as the page does it with the same words. Texts of the two sides are compared one by one. */
describe('the API’s own list, as documented', () => {
  const someOf = (values: readonly string[]) =>
    [...new Set(values)].filter(value => value !== '' && !value.includes(',')).slice(0, 4);

  it.each(['small', 'huge'])(
    'filters the vault of %s by types, base models and categories like the page',
    async name => {
      const { rows } = vaultOf(name);
      const types = someOf(rows.map(({ type }) => type)).slice(0, 2);
      const baseModels = someOf(rows.map(({ baseModel }) => baseModel)).slice(0, 3);
      const categories = someOf(rows.map(({ category }) => category)).slice(0, 2);
      const chosen = { ...WHOLE.chosen, type: types, baseModel: baseModels, category: categories };
      const cases: [ListQuery, Partial<View>][] = [
        [{ types }, { chosen: { ...WHOLE.chosen, type: types } }],
        [{ baseModels }, { chosen: { ...WHOLE.chosen, baseModel: baseModels } }],
        [{ categories }, { chosen: { ...WHOLE.chosen, category: categories } }],
        [{ categories: [''] }, { chosen: { ...WHOLE.chosen, category: [''] } }],
        [
          { types, baseModels, categories, query: 'o' },
          { chosen, query: 'o' },
        ],
      ];
      for (const [params, changes] of cases) {
        expect((await listed(name, params)).sort((a, b) => a - b)).toEqual(idsOf(show(name, changes)));
      }
    },
  );

  it.each(['small', 'huge'])('bounds the vault of %s by dates like the page', async name => {
    const midnight = new Date(2025, 5, 1).toISOString();
    const cases: [ListQuery, Partial<View>][] = [
      [{ dateAddedFrom: midnight }, { added: { from: '2025-06-01' } }],
      [{ dateCreatedFrom: midnight }, { created: { from: '2025-06-01' } }],
      [{ dateAddedTo: new Date(Date.parse(midnight) - 1).toISOString() }, { added: { to: '2025-05-31' } }],
      [{ dateCreatedTo: new Date(Date.parse(midnight) - 1).toISOString() }, { created: { to: '2025-05-31' } }],
    ];
    for (const [params, changes] of cases) {
      expect((await listed(name, params)).sort((a, b) => a - b)).toEqual(idsOf(show(name, changes)));
    }
  });

  it.each([
    ['Recently Added', 'added'],
    ['Recently Created', 'created'],
    ['Model Name', 'name'],
    ['Model Size', 'modelSize'],
  ] as const satisfies readonly (readonly [VaultSort, SortKey])[])('%s is the page’s %s', async (sort, key) => {
    for (const name of ['small', 'huge']) {
      const { items } = vaultOf(name);
      const byId = new Map(items.map(item => [item.id, keyOf(item, key)]));
      const ours = show(name, { sort: key, isDescending: key !== 'name' }).map(({ id }) => byId.get(id));
      expect((await listed(name, { sort })).map(id => byId.get(id))).toEqual(ours);
    }
  });
});
