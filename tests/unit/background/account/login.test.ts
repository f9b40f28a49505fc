import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionApi } from '@/entrypoints/background/account/login-session';
import { isLoginSession, readToken } from '@/entrypoints/background/account/token';
import { json, KEY } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { storedSnapshot } from '@/utils/account/snapshot';
import { createFakeAccount, memberSite, type Site, unauthorized } from './fake-account';
import { ADA, EVE, nobody, shown } from './shown-with-login';

beforeEach(freshStorage);

const page = () =>
  new Response('<!doctype html><title>Just a moment</title>', {
    status: 200,
    headers: { 'content-type': 'text/html' },
  });

describe('the vault with the site’s own login', () => {
  it('is shown after a click: whose it is, read only', async () => {
    const { account, announced, asked } = createFakeAccount(memberSite({ session: ADA }));
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
    expect(asked()).toEqual([]);
    const expected = { kind: 'signed-in', userId: 3, username: 'ada', isLogin: true, canWrite: false };
    expect(await account.showWithLogin()).toMatchObject({ ok: true, value: expected });
    expect(asked()).toEqual(['session', 'all', 'session']);
    expect(announced.at(-1)).toMatchObject(expected);
    expect(await readToken()).toBeUndefined();
  });

  it.each<[string, Partial<Site>, string]>([
    ['nobody is logged in, or the worker gets no cookies', { session: nobody }, 'login-changed'],
    ['the site says 401', { all: unauthorized }, 'login-refused'],
    ['the site says 403', { all: () => json({ error: 'Forbidden' }, 403) }, 'login-refused'],
    ['the site answers with a page', { session: page }, 'login-refused'],
    ['the vault answers with a page', { all: page }, 'login-refused'],
  ])('stores nothing where %s', async (_, changes, kind) => {
    const { account } = createFakeAccount(memberSite({ session: ADA, ...changes }));
    expect(await account.showWithLogin()).toMatchObject({ ok: false, problem: { kind } });
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
    expect((await account.signIn(KEY)).ok).toBe(true);
  });

  it('is not shown if the user changes between the questions', async () => {
    const site = memberSite({ session: ADA });
    const { account } = createFakeAccount({ ...site, session: () => site.session() });
    site.all = () => json({ items: [], totalItems: 0, currentPage: 1, pageSize: 1, totalPages: 1 });
    const answers = [ADA, EVE];
    site.session = () => (answers.shift() ?? EVE)();
    expect(await account.showWithLogin()).toMatchObject({ ok: false, problem: { kind: 'login-changed' } });
  });

  it('goes on where it is shown already', async () => {
    const { account, session } = await shown();
    expect(await account.showWithLogin()).toMatchObject({ ok: true, value: { session } });
  });

  it('leaves a key in its place', async () => {
    const { account } = createFakeAccount(memberSite({ session: EVE }));
    await account.signIn(KEY);
    await account.showWithLogin();
    expect(await account.connection()).not.toHaveProperty('isLogin');
    expect((await readToken())?.key).toBe(KEY);
  });

  it('names a quota only once an item has shown that there is a vault', async () => {
    const { account, asked, site, fetch } = await shown({
      all: () => json({ items: [], totalItems: 0, currentPage: 1, pageSize: 1, totalPages: 1 }),
    });
    const empty = await account.refresh();
    expect(empty).toMatchObject({ ok: true, value: { itemCount: 0, isLogin: true, membership: 'unknown' } });
    expect(asked()).not.toContain('get');
    fetch.sent.length = 0;
    site.all = memberSite().all;
    expect(await account.refresh()).toMatchObject({ ok: true, value: { quota: { totalKb: 1000 } } });
    expect(asked()).toEqual(['session', 'all', 'session', 'session', 'get', 'session']);
  });

  it('never shows the figures of another user’s vault', async () => {
    const vault = { userId: 4, storageKb: 5, usedStorageKb: 1, meta: {}, updatedAt: '' };
    const { account } = await shown({ get: () => json({ vault }) });
    expect(await account.refresh()).toMatchObject({ ok: false, problem: { kind: 'login-changed' } });
    expect((await storedSnapshot.getValue())?.quota).toBeUndefined();
  });

  it('asks nothing with a key, and changes nothing', async () => {
    const { readsOf, session, fetch } = await shown();
    const withKey = { check: vi.fn(), list: vi.fn(), vault: vi.fn(), toggle: vi.fn(), carriesStreams: vi.fn() };
    const api = createSessionApi(session, withKey, readsOf(session));
    expect(await isLoginSession(session)).toBe(true);
    expect(await api.toggle(version(7))).toMatchObject({ ok: false, problem: { kind: 'needs-key' }, sent: 'no' });
    expect(await api.vault()).toMatchObject({ ok: false, problem: { kind: 'needs-key' } });
    expect(await api.carriesStreams()).toBe(false);
    expect((await api.check([version(1)])).ok).toBe(true);
    expect((await api.list({ limit: 1 })).ok).toBe(true);
    for (const call of Object.values(withKey)) expect(call).not.toHaveBeenCalled();
    expect(JSON.stringify(fetch.sent)).not.toContain('Authorization');
  });
});
