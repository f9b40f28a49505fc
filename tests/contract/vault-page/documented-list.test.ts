import { describe, expect, it } from 'vitest';
import type { ListQuery, VaultSort } from '@/tests/contract/list-query.ts';
import { successOf } from '@/tests/contract/sandbox-api.ts';
import type { SortKey } from '@/utils/vault-view/sort-items';
import { type View, WHOLE } from '@/utils/vault-view/view';
import { idsOf, keyOf, startShownVaults } from './shown-vaults.ts';

const { api, vaultOf, show } = startShownVaults();

/** The same from the API as it is documented. */
async function listed(name: string, params: ListQuery): Promise<number[]> {
  api().sandbox.settings.flavour = 'documented';
  const client = api().as(vaultOf(name).key);
  const ids: number[] = [];
  for (let page = 1; ; page += 1) {
    const answer = successOf(await client.list({ limit: 200, page, listForm: 'comma', ...params }));
    ids.push(...answer.items.map(({ id }) => id));
    if (page >= answer.totalPages) return ids;
  }
}

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
    ['Model Size', 'modelSize'],
  ] as const satisfies readonly (readonly [VaultSort, SortKey])[])('%s is the page’s %s', async (sort, key) => {
    for (const name of ['small', 'huge']) {
      const { items } = vaultOf(name);
      const byId = new Map(items.map(item => [item.id, keyOf(item, key)]));
      const ours = show(name, { sort: key, isDescending: true }).map(({ id }) => byId.get(id));
      expect((await listed(name, { sort })).map(id => byId.get(id))).toEqual(ours);
    }
  });

  it('Model Name is the page’s name, except that the page counts the numbers in it', async () => {
    for (const name of ['small', 'huge']) {
      const names = new Map(vaultOf(name).items.map(({ id, modelName }) => [id, modelName]));
      const theirs = (await listed(name, { sort: 'Model Name' })).map(id => names.get(id) ?? '');
      const ours = show(name, { sort: 'name', isDescending: false }).map(({ modelName }) => modelName);
      expect(ours).toEqual(theirs.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
      const withoutNumbers = (list: readonly string[]) => list.filter(each => !/\d/.test(each));
      expect(withoutNumbers(ours)).toEqual(withoutNumbers(theirs));
    }
  });
});
