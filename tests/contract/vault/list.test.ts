import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { ListQuery } from '@/tests/contract/list-query.ts';
import { failureOf, type SandboxApi, startSandboxApi, successOf } from '@/tests/contract/sandbox-api.ts';
import { sizeOfItemKb } from '@/utils/vault/vault-item';

let server: SandboxApi;
beforeAll(async () => {
  server = await startSandboxApi();
});
afterAll(() => server.sandbox.close());

describe.each(['real', 'documented'] as const)('the vault, %s', flavour => {
  const isReal = flavour === 'real';
  beforeEach(() => {
    server.sandbox.settings.flavour = flavour;
    server.sandbox.requests.clear();
  });

  describe('list', () => {
    const all = async (params: ListQuery) => successOf(await server.as(keys.small).list({ limit: 200, ...params }));
    const rows = () => server.sandbox.vault.items(server.sandbox.accounts.get('small').id);

    it('is 60 a page unless asked otherwise', async () => {
      const page = successOf(await server.as(keys.huge).list({}));
      expect(page).toMatchObject({ totalItems: 5000, currentPage: 1, pageSize: 60, totalPages: 84 });
      expect(page.items).toHaveLength(60);
    });

    it('pages through everything once', async () => {
      const api = server.as(keys.small);
      const ids = new Set<number>();
      for (let page = 1; page <= 5; page += 1) {
        const { items, totalPages } = successOf(await api.list({ limit: 10, page }));
        expect(totalPages).toBe(5);
        for (const item of items) ids.add(item.id);
      }
      expect(ids).toEqual(new Set(rows().map(row => row.id)));
      expect(successOf(await api.list({ limit: 10, page: 6 })).items).toEqual([]);
    });

    it('counts what the quota counts', async () => {
      const { items } = await all({});
      const used = items.reduce((sum, item) => sum + sizeOfItemKb(item), 0);
      expect(successOf(await server.as(keys.small).vault())?.usedStorageKb).toBe(used);
    });

    it('shows all conditions of an item', async () => {
      const { items } = await all({});
      const count = (status: string) => items.filter(item => item.status === status).length;
      expect([count('Pending'), count('Failed'), count('Stored')]).toEqual([5, 3, 34]);
      expect(items.filter(item => item.status === 'Failed').map(item => item.failures)).toEqual([1, 2, 4]);
      expect(items.every(item => (item.coverImageUrl !== undefined) === (item.status === 'Stored'))).toBe(true);
    });

    it('is empty for an empty vault', async () => {
      expect(successOf(await server.as(keys.empty).list({}))).toMatchObject({
        items: [],
        totalItems: 0,
        totalPages: 1,
      });
    });

    it('finds a text in names, whatever its case and characters', async () => {
      const { items } = await all({ query: 'WAI-ILLUS' });
      expect(new Set(items.map(item => item.modelId))).toEqual(new Set([landmarks.wai.modelId]));
      const long = (await all({})).items.find(item => item.modelId === landmarks.cjk.modelId);
      const [found] = (await all({ query: long?.modelName ?? '' })).items;
      expect(found?.modelId).toBe(landmarks.cjk.modelId);
      expect((await all({ query: 'nothing & nobody + %' })).items).toEqual([]);
    });

    it.each(['repeated', 'comma'] as const)('filters by lists, %s', async listForm => {
      const [first, second] = [...new Set(rows().map(row => row.type))].sort();
      const [baseModel] = rows().map(row => row.baseModel);
      const [category] = rows().flatMap(row => row.category || []);
      if (!first || !second || !baseModel || !category) throw new Error('the small vault is too plain');
      const filters: [ListQuery, number][] = [
        [{ types: [first] }, rows().filter(row => row.type === first).length],
        [{ types: [first, second] }, rows().filter(row => [first, second].includes(row.type)).length],
        [{ baseModels: [baseModel] }, rows().filter(row => row.baseModel === baseModel).length],
        [{ categories: [category] }, rows().filter(row => row.category === category).length],
      ];
      for (const [params, expected] of filters) {
        const result = await server.as(keys.small).list({ limit: 200, ...params, listForm });
        if (isReal && listForm === 'comma') {
          // The documented form is what the real API can't read (site-facts.md F.2).
          expect(failureOf(result)).toMatchObject({ problem: { kind: 'site-error' }, status: 500 });
        } else expect(successOf(result).totalItems).toBe(expected);
      }
    });

    it('knows its four orders', async () => {
      const order = async (sort: NonNullable<ListQuery['sort']>) => (await all({ sort })).items;
      const added = (await order('Recently Added')).map(item => Date.parse(item.addedAt ?? ''));
      expect(added).toEqual([...added].sort((a, b) => b - a));
      const created = (await order('Recently Created')).map(item => Date.parse(item.createdAt ?? ''));
      expect(created).toEqual([...created].sort((a, b) => b - a));
      const sizes = (await order('Model Size')).map(item => item.modelSizeKb);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      const names = (await order('Model Name')).map(item => item.modelName);
      expect(names).not.toEqual((await order('Recently Added')).map(item => item.modelName));
      expect(new Set(names)).toEqual(new Set(rows().map(row => row.modelName)));
    });

    it.each(['dateCreatedFrom', 'dateCreatedTo', 'dateAddedFrom', 'dateAddedTo'] as const)('%s', async name => {
      const result = await server.as(keys.small).list({ limit: 200, [name]: '2025-06-01T00:00:00.000Z' });
      if (isReal) return expect(failureOf(result).problem).toEqual({ kind: 'site-error' });
      const bound = Date.parse('2025-06-01T00:00:00.000Z');
      const dates = rows().map(row => Date.parse(name.startsWith('dateAdded') ? row.addedAt : row.createdAt));
      const expected = dates.filter(date => (name.endsWith('From') ? date >= bound : date <= bound)).length;
      expect(successOf(result).totalItems).toBe(expected);
    });

    it.each<ListQuery>([{ limit: 201 }, { limit: 0 }, { page: -1 }, { types: ['Nonsense'] }])('%o', async params => {
      const failure = failureOf(await server.as(keys.small).list(params));
      expect(failure).toMatchObject({
        problem: { kind: isReal ? 'site-error' : 'unexpected' },
        sent: 'answered',
        status: isReal ? 500 : 400,
      });
      expect(failure.refusal?.message).toBeTruthy();
    });

    it('is what a lapsed member still has, and nothing for an account that never had any', async () => {
      expect(successOf(await server.as(keys.lapsed).list({})).totalItems).toBe(isReal ? 12 : 0);
      expect(successOf(await server.as(keys.never).list({})).totalItems).toBe(0);
    });
  });
});
