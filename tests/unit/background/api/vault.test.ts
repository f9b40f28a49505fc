import { describe, expect, it } from 'vitest';
import type { ListParams } from '@/entrypoints/background/api/vault-api';
import { answering, eleven, ITEM, twelve } from './vault-answers';

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
