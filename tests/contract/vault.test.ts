import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks, UNKNOWN_VERSION_ID } from '@/sandbox/catalogue/landmarks.ts';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import type { ListQuery } from './list-query.ts';
import { failureOf, type SandboxApi, startSandboxApi, successOf, version } from './sandbox-api';

let server: SandboxApi;
beforeAll(async () => {
  server = await startSandboxApi();
});
afterAll(() => server.sandbox.close());

const [WAI] = landmarks.wai.versionIds;

describe.each(['real', 'documented'] as const)('the vault, %s', flavour => {
  const isReal = flavour === 'real';
  beforeEach(() => {
    server.sandbox.settings.flavour = flavour;
    server.sandbox.requests.clear();
  });

  describe('get', () => {
    it.each(['small', 'full', 'overfull', 'huge'] as const)('%s: the figures of the database', async username => {
      const { vault: store, accounts } = server.sandbox;
      const { id } = accounts.get(username);
      const vault = successOf(await server.as(keys[username]).vault());
      const row = store.row(id);
      expect(vault).toEqual({
        userId: id,
        storageKb: row?.storageKb,
        usedStorageKb: store.usedKb(id),
        updatedAt: new Date(row?.updatedAt ?? 0).toISOString(),
      });
    });

    it('creates the vault of a member', async () => {
      const { key, account } = server.sandbox.accounts.create();
      expect(server.sandbox.vault.row(account.id)).toBeUndefined();
      expect(successOf(await server.as(key).vault())).toMatchObject({ usedStorageKb: 0 });
      expect(server.sandbox.vault.row(account.id)).toBeDefined();
    });

    it('is null for who never had one', async () => {
      expect(successOf(await server.as(keys.never).vault())).toBeNull();
    });

    it('has no room for a lapsed member', async () => {
      const vault = successOf(await server.as(keys.lapsed).vault());
      // The documentation knows no lapsed members: without a tier there is no vault.
      if (isReal) expect(vault).toMatchObject({ storageKb: 0 });
      else expect(vault).toBeNull();
    });
  });

  describe('check', () => {
    it('tells what is in, what is out, and nothing about anything else', async () => {
      const ids = [WAI, landmarks.wai.versionIds[1], UNKNOWN_VERSION_ID].map(version);
      const found = successOf(await server.as(keys.small).check([...ids, ...ids]));
      expect([...found.keys()].sort()).toEqual([...ids].sort());
      expect(found.get(version(WAI))).toMatchObject({ status: 'Stored', modelVersionId: WAI, modelId: 827184 });
      expect(found.get(version(landmarks.wai.versionIds[1]))).toBeNull();
      expect(found.get(version(UNKNOWN_VERSION_ID))).toBeNull();
      expect(server.sandbox.requests.all()).toHaveLength(1);
    });

    it('takes 100 of the largest ids at once', async () => {
      const ids = Array.from({ length: 100 }, (_, index) => version(2_147_483_647 - index));
      expect(successOf(await server.as(keys.huge).check(ids)).size).toBe(100);
    });

    it('knows every item of the list by its version', async () => {
      const api = server.as(keys.small);
      const { items } = successOf(await api.list({ limit: 200 }));
      const found = successOf(await api.check(items.map(item => item.modelVersionId)));
      for (const { coverImageUrl, ...item } of items) {
        const { coverImageUrl: checked, ...rest } = found.get(item.modelVersionId) ?? { coverImageUrl: 'none' };
        expect(rest).toEqual(item);
        expect(checked).toBe(isReal ? undefined : coverImageUrl);
      }
    });

    it('knows what a lapsed member keeps', async () => {
      const { vault, accounts } = server.sandbox;
      const kept = vault.items(accounts.get('lapsed').id).map(row => version(row.modelVersionId));
      const found = successOf(await server.as(keys.lapsed).check(kept));
      const expected = isReal ? kept : [];
      expect([...found].flatMap(([id, item]) => (item ? [id] : []))).toEqual(expected);
    });
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

    it('is what a lapsed member still has, and nothing for who never had any', async () => {
      expect(successOf(await server.as(keys.lapsed).list({})).totalItems).toBe(isReal ? 12 : 0);
      expect(successOf(await server.as(keys.never).list({})).totalItems).toBe(0);
    });
  });

  describe('toggle', () => {
    it('adds, then removes, each with one request, and says which', async () => {
      const { account, key } = server.sandbox.accounts.create();
      const api = server.as(key);
      const added = successOf(await api.toggle(version(WAI)));
      const [row] = server.sandbox.vault.items(account.id);
      expect(row?.modelVersionId).toBe(WAI);
      expect(added).toEqual({ now: 'in', itemId: isReal ? row?.id : account.id });
      expect(successOf(await api.check([version(WAI)])).get(version(WAI))).toMatchObject({ status: 'Pending' });
      expect(successOf(await api.toggle(version(WAI)))).toEqual({ now: 'out' });
      expect(server.sandbox.vault.items(account.id)).toEqual([]);
      expect(server.sandbox.requests.of('vault/toggle-version')).toHaveLength(2);
    });

    it.each([
      ['quota', keys.empty, landmarks.huge.hugeVersionId, 'BAD_REQUEST', true, /quota|storage/i],
      ['a gate', keys.empty, landmarks.earlyAccess.gatedVersionId, 'BAD_REQUEST', false, /permission/i],
      ['no download', keys.empty, landmarks.generationOnly.generationVersionId, 'BAD_REQUEST', false, /download/i],
      [
        'not published',
        keys.empty,
        landmarks.unpublishedVersion.unpublishedVersionId,
        'NOT_FOUND',
        false,
        /published/i,
      ],
      ['private', keys.empty, landmarks.privateModel.versionIds[0], 'BAD_REQUEST', false, /permission/i],
      ['no files', keys.empty, landmarks.noFiles.noFilesId, 'NOT_FOUND', false, /files/i],
    ] as const)('is refused: %s', async (_, key, id, code, hasCause, words) => {
      const failure = failureOf(await server.as(key).toggle(version(id)));
      expect(failure).toMatchObject({ problem: { kind: 'site-error' }, sent: 'answered', status: 500 });
      expect(failure.refusal?.code).toBe(code);
      if (isReal) expect(failure.refusal).toEqual({ code, hasCause });
      else expect(failure.refusal?.message).toMatch(words);
    });

    it('is refused for an unknown version', async () => {
      const failure = failureOf(await server.as(keys.empty).toggle(version(UNKNOWN_VERSION_ID)));
      expect(failure.refusal?.code).toBe(isReal ? 'BAD_REQUEST' : 'NOT_FOUND');
    });

    it('is refused without a membership', async () => {
      const failure = failureOf(await server.as(keys.never).toggle(version(WAI)));
      if (isReal) expect(failure).toMatchObject({ status: 500, refusal: { code: 'BAD_REQUEST', hasCause: true } });
      else expect(failure).toMatchObject({ problem: { kind: 'no-vault' }, sent: 'no' });
    });

    it('with a key that may only read is as documented, or goes through', async () => {
      const free = version(landmarks.singleVersion.versionIds[0]);
      const api = server.as(keys.smallReadOnly);
      const result = await api.toggle(free);
      if (isReal) {
        expect(successOf(result)).toMatchObject({ now: 'in' });
        expect(successOf(await api.toggle(free))).toEqual({ now: 'out' });
      } else expect(failureOf(result)).toMatchObject({ problem: { kind: 'read-only-key' }, sent: 'answered' });
    });
  });

  describe('me', () => {
    it('names the account, its tier and what the key may do', async () => {
      expect(successOf(await server.as(keys.smallReadOnly).me())).toMatchObject({
        id: server.sandbox.accounts.get('small').id,
        username: 'small',
        tier: 'bronze',
        isMember: true,
        tokenScope: 8_388_609,
      });
    });

    it('names no tier for a free account, or `free`', async () => {
      expect(successOf(await server.as(keys.never).me()).tier).toBe(isReal ? undefined : 'free');
    });

    it('refuses a key limited to the vault, which works all the same', async () => {
      const api = server.as(keys.smallVaultOnly);
      expect(failureOf(await api.me()).problem).toEqual({ kind: 'blocked' });
      expect(successOf(await api.check([version(1)])).get(version(1))).toBeNull();
    });
  });

  it('an unknown key is refused everywhere', async () => {
    const api = server.as('f'.repeat(32));
    const answers = [await api.vault(), await api.list({}), await api.check([version(1)]), await api.me()];
    for (const answer of [...answers, await api.toggle(version(1))]) {
      expect(failureOf(answer)).toMatchObject({ problem: { kind: 'key-refused' }, sent: 'answered', status: 401 });
    }
  });

  it('a banned account is refused like a revoked key', async () => {
    const { key } = server.sandbox.accounts.create({ status: 'banned' });
    expect(failureOf(await server.as(key).vault()).problem).toEqual({ kind: 'key-refused' });
  });
});
