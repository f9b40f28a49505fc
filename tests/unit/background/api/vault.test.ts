import { describe, expect, it } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import type { ListParams } from '@/entrypoints/background/api/vault-api';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import { createFakeFetch, createTransport, json } from './fake-fetch';
import { model, version } from './ids';

const ITEM = {
  id: 9876,
  vaultId: 12345,
  status: 'Stored',
  modelVersionId: 11,
  modelId: 5,
  modelName: 'WAI',
  versionName: 'v16.0',
  creatorId: 1,
  creatorName: 'WAI',
  type: 'Checkpoint',
  baseModel: 'Illustrious',
  category: 'character',
  modelSizeKb: 6775430,
  detailsSizeKb: 12,
  imagesSizeKb: 4096,
  createdAt: '2025-04-01T08:30:00.000Z',
  addedAt: '2025-04-02T08:30:00.000Z',
  refreshedAt: null,
  notes: null,
  meta: { failures: 2 },
  files: [{ id: 1, sizeKB: 6775430, url: 'https://storage.example/x', displayName: 'Pruned Model fp16' }],
};
const READ = {
  id: 9876,
  status: 'Stored',
  modelVersionId: 11,
  modelId: 5,
  modelName: 'WAI',
  versionName: 'v16.0',
  creatorId: 1,
  creatorName: 'WAI',
  type: 'Checkpoint',
  baseModel: 'Illustrious',
  category: 'character',
  modelSizeKb: 6775430,
  detailsSizeKb: 12,
  imagesSizeKb: 4096,
  createdAt: '2025-04-01T08:30:00.000Z',
  addedAt: '2025-04-02T08:30:00.000Z',
  failures: 2,
  files: [{ id: 1, sizeKb: 6775430, displayName: 'Pruned Model fp16' }],
};

function answering(body: unknown) {
  const fetch = createFakeFetch(() => json(body));
  return { fetch, api: createCivitaiApi(createTransport(fetch)) };
}

const [eleven, twelve] = [version(11), version(12)];

describe('check', () => {
  it('names each id once, and asks nothing for none', async () => {
    const { api, fetch } = answering([]);
    await api.check([eleven, twelve, eleven]);
    expect(await api.check([])).toEqual({ ok: true, value: new Map() });
    expect(fetch.sent.map(({ url }) => url)).toEqual([
      'https://civitai.com/api/v1/vault/check-vault?modelVersionIds=11,12',
    ]);
  });

  it('takes 100 ids and refuses 101', async () => {
    const { api, fetch } = answering([]);
    const ids = Array.from({ length: 101 }, (_, index) => version(index + 1));
    expect((await api.check(ids.slice(0, 100))).ok).toBe(true);
    expect(await api.check(ids)).toMatchObject({ ok: false, sent: 'no' });
    expect(fetch.sent).toHaveLength(1);
  });

  it('reads rows and nulls; what was not answered stays unknown, what was not asked is ignored', async () => {
    const { api } = answering([
      { modelVersionId: 11, vaultItem: ITEM },
      { modelVersionId: 99, vaultItem: null },
      { modelVersionId: 0, vaultItem: null },
    ]);
    expect(await api.check([eleven, twelve])).toEqual({ ok: true, value: new Map([[11, READ]]) });
  });

  it('an entry that says nothing, or shows the row of another version, is no answer', async () => {
    const { api } = answering([{ modelVersionId: 11 }, { modelVersionId: 12, vaultItem: ITEM }]);
    expect(await api.check([eleven, twelve])).toEqual({ ok: true, value: new Map() });
  });

  it.each([[[ITEM, null]], [[null, ITEM]]])('of two entries for one id the row counts', async items => {
    const { api } = answering(items.map(vaultItem => ({ modelVersionId: 11, vaultItem })));
    expect(await api.check([eleven])).toEqual({ ok: true, value: new Map([[11, READ]]) });
  });

  it('a row that cannot be read is not "not in the vault"', async () => {
    const { api } = answering([{ modelVersionId: 11, vaultItem: { id: 'x' } }]);
    expect(await api.check([eleven])).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});

describe('a vault item', () => {
  async function read(changes: object) {
    const { api } = answering({ items: [{ ...ITEM, ...changes }], totalItems: 1 });
    const page = await api.list({});
    return page.ok ? page.value.items[0] : page.problem;
  }

  it('may carry fields that we do not know, and a cover', async () => {
    expect(await read({ extra: { deep: 1 }, coverImageUrl: 'https://cover.example/1' })).toEqual({
      ...READ,
      coverImageUrl: 'https://cover.example/1',
    });
  });

  it('may have a status that we do not know', async () => {
    expect(await read({ status: 'Refreshing' })).toEqual({ ...READ, status: 'Refreshing' });
  });

  it('does not need more than its ids', async () => {
    const { api } = answering([{ modelVersionId: 11, vaultItem: { id: 1, modelVersionId: 11, modelId: 5 } }]);
    const found = await api.check([eleven]);
    const item = found.ok ? found.value.get(eleven) : undefined;
    expect(item).toEqual({
      id: 1,
      status: 'Stored',
      modelVersionId: 11,
      modelId: 5,
      modelName: '',
      versionName: '',
      creatorName: '',
      type: '',
      baseModel: '',
      category: '',
      modelSizeKb: 0,
      detailsSizeKb: 0,
      imagesSizeKb: 0,
      failures: 0,
      files: [],
    });
  });

  it.each([
    [
      { notes: 'keep', refreshedAt: '2025-05-01T00:00:00Z' },
      { notes: 'keep', refreshedAt: '2025-05-01T00:00:00Z' },
    ],
    [
      { creatorName: null, category: null },
      { creatorName: '', category: '' },
    ],
    [{ meta: null }, { failures: 0 }],
    [{ meta: 'x', notes: 7 }, { failures: 0 }],
    [{ files: null }, { files: [] }],
    [{ files: [{ id: 'x' }, { id: 2 }] }, { files: [{ id: 2, sizeKb: 0, displayName: '' }] }],
  ])('reads %o', async (changes, expected) => {
    expect(await read(changes)).toEqual({ ...READ, ...expected });
  });

  it.each([{ id: null }, { id: 1.5 }, { modelVersionId: 0 }, { modelVersionId: 2_147_483_648 }, { modelId: '5' }])(
    'is unreadable with %o',
    async changes => {
      expect(await read(changes)).toEqual({ kind: 'unreadable' });
    },
  );

  it('counts with everything that is kept of it', () => {
    expect(sizeOfItemKb({ ...READ, modelVersionId: eleven, modelId: model(5) })).toBe(6775430 + 12 + 4096);
  });
});

describe('toggle', () => {
  it.each([
    [
      { success: true, vaultId: 9876 },
      { now: 'in', itemId: 9876 },
    ],
    [
      { success: true, vaultId: 9876, more: [] },
      { now: 'in', itemId: 9876 },
    ],
    [{ success: true }, { now: 'out' }],
    [{ success: true, vaultId: null }, { now: 'out' }],
  ])('%o', async (body, value) => {
    expect(await answering(body).api.toggle(eleven)).toEqual({ ok: true, value });
  });
});

describe('vault', () => {
  const vault = { userId: 3, storageKb: 1048576, usedStorageKb: 6775430, meta: {}, updatedAt: '2025-04-01T08:30:00Z' };
  it.each([
    [{ vault }, { userId: 3, storageKb: 1048576, usedStorageKb: 6775430, updatedAt: '2025-04-01T08:30:00Z' }],
    [{ vault: null }, null],
    [
      { vault: { userId: 3, storageKb: 0, usedStorageKb: 0 } },
      { userId: 3, storageKb: 0, usedStorageKb: 0, updatedAt: '' },
    ],
  ])('%o', async (body, value) => {
    expect(await answering(body).api.vault()).toEqual({ ok: true, value });
  });

  it.each([{}, { vault: {} }, { vault: { ...vault, storageKb: null } }])('%o is not "no vault"', async body => {
    expect(await answering(body).api.vault()).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});

describe('list', () => {
  const page = { items: [], totalItems: 0, currentPage: 1, pageSize: 60, totalPages: 1 };

  it.each<[ListParams, string]>([
    [{}, ''],
    [{ limit: 200, page: 3 }, 'limit=200&page=3'],
    [{ sort: 'Recently Added' }, 'sort=Recently%20Added'],
  ])('%o', async (params, query) => {
    const { api, fetch } = answering(page);
    expect(await api.list(params)).toEqual({ ok: true, value: page });
    expect(fetch.sent[0]?.url).toBe(`https://civitai.com/api/v1/vault/all?${query}`);
  });

  it('an item that cannot be read fails the page: left out, it would look as if it were gone', async () => {
    const { api } = answering({ ...page, items: [ITEM, { ...ITEM, id: null }] });
    expect(await api.list({})).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});

describe('an account without a vault, as documented for every endpoint', () => {
  const { api } = answering({ vault: null });
  it('keeps none of what was asked', async () => {
    const nothing = new Map([eleven, twelve].map(id => [id, null]));
    expect(await api.check([eleven, twelve])).toEqual({ ok: true, value: nothing });
  });
  it('has an empty list', async () => {
    expect(await api.list({})).toMatchObject({ ok: true, value: { items: [], totalItems: 0 } });
  });
  it('has nothing to change', async () => {
    expect(await api.toggle(eleven)).toEqual({ ok: false, problem: { kind: 'no-vault' }, sent: 'no' });
  });
});

describe('me', () => {
  it.each([
    [{ id: 3, username: 'ada', status: 'active', isMember: false }, undefined],
    [{ id: 3, username: 'ada', tier: null, tokenScope: null, subscriptions: [], email: 'x' }, undefined],
    [{ id: 3, tier: 'gold', tokenScope: 25165825 }, 25165825],
  ])('%o', async (body, tokenScope) => {
    const me = await answering(body).api.me();
    expect(me).toMatchObject({ ok: true, value: { id: 3 } });
    expect(me.ok && me.value.tokenScope).toBe(tokenScope);
    expect(Object.values(me.ok ? me.value : {})).not.toContain(null);
  });

  it('nobody is not somebody', async () => {
    expect(await answering({}).api.me()).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});
