import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createSessionApi } from '@/entrypoints/background/account/login-session';
import { isLoginSession, readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { json, KEY } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { storedSnapshot } from '@/utils/account/snapshot';
import { createFakeAccount, memberSite, type Site, unauthorized } from './fake-account';

beforeEach(freshStorage);

const loggedIn = (id: number, username: string) => () => json({ user: { id, username } });
const ADA = loggedIn(3, 'ada');
const EVE = loggedIn(4, 'eve');
const nobody = () => json({});
const page = () =>
  new Response('<!doctype html><title>Just a moment</title>', {
    status: 200,
    headers: { 'content-type': 'text/html' },
  });

async function shown(changes: Partial<Site> = {}) {
  const site = memberSite({ session: ADA });
  const fake = createFakeAccount(site);
  const connection = await fake.account.showWithLogin();
  if (!connection.ok || connection.value.kind !== 'signed-in') throw new Error('not shown');
  Object.assign(site, changes);
  fake.fetch.sent.length = 0;
  return { ...fake, site, session: connection.value.session };
}

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

describe('a log-out on the site', () => {
  it('is believed when it is said once more ten seconds later: then all is gone', async () => {
    const { account, clock, announced, confirmLater } = await shown({ session: nobody });
    expect(await account.refresh()).toMatchObject({ ok: false, problem: { kind: 'login-changed' } });
    expect((await account.connection()).kind).toBe('signed-in');
    expect(confirmLater).toHaveBeenLastCalledWith(true);
    clock.now += 9_000;
    await account.confirmLogin(true);
    expect((await account.connection()).kind).toBe('signed-in');
    clock.now += 1_500;
    await account.confirmLogin(true);
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
    expect(announced.at(-1)).toEqual({ kind: 'signed-out' });
    expect(await browser.storage.local.get(null)).toEqual({ 'vaulted-store': {} });
    const database = await openVaultDatabase();
    const stores = ['token', 'account', 'facts', 'items', 'sync', 'journal', 'history'] as const;
    expect(await Promise.all(stores.map(name => database.count(name)))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(confirmLater).toHaveBeenLastCalledWith(false);
  });

  it('that the site takes back is forgotten', async () => {
    const { account, clock, site } = await shown({ session: nobody });
    await account.confirmLogin(true);
    clock.now += 11_000;
    site.session = ADA;
    await account.confirmLogin(true);
    site.session = nobody;
    clock.now += 11_000;
    await account.confirmLogin(true);
    expect((await account.connection()).kind).toBe('signed-in');
  });

  it('of which the site says nothing is asked for again', async () => {
    const { account, site, confirmLater } = await shown({ session: nobody });
    await account.confirmLogin(true);
    site.session = () => json({}, 500);
    await account.confirmLogin(true);
    expect(confirmLater).toHaveBeenLastCalledWith(true);
    expect((await account.connection()).kind).toBe('signed-in');
  });

  it('is looked for at most every five seconds, and not at all with a key', async () => {
    const { account, asked, clock } = await shown();
    await account.confirmLogin();
    await account.confirmLogin();
    expect(asked()).toEqual(['session']);
    clock.now += 5_000;
    await account.confirmLogin();
    expect(asked()).toEqual(['session', 'session']);
    await account.signIn(KEY);
    clock.now += 5_000;
    await account.confirmLogin();
    expect(asked().filter(name => name === 'session')).toHaveLength(2);
  });
});

it('another user is another account, of which nothing is mixed', async () => {
  const { account, session, announced } = await shown();
  const database = await openVaultDatabase();
  await database.put('facts', { versionId: version(7), state: 'in', asOf: 1 });
  await account.foundUser(session, { userId: 4, username: 'eve' });
  expect(announced.at(-1)).toMatchObject({ kind: 'signed-in', userId: 4, username: 'eve', isLogin: true });
  expect(await database.getAll('facts')).toEqual([]);
  expect(await isLoginSession(session)).toBe(false);
});
