import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';
import { html, json, KEY, NOW } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { seenConcern } from '@/utils/account/seen-concern';
import { storedSnapshot } from '@/utils/account/snapshot';
import { createFakeAccount, createGate, memberSite, READ_ONLY, signedIn, unauthorized } from './fake-account';

const OTHER_KEY = 'fedcba9876543210fedcba9876543210';

beforeEach(freshStorage);

describe('signing in', () => {
  it('asks whose key it is, stores it, and tells every page', async () => {
    const { account, asked, told } = createFakeAccount(memberSite());
    const connection = await signedIn(account);
    expect(connection).toEqual({
      kind: 'signed-in',
      session: connection.session,
      userId: 3,
      username: 'ada',
      tier: 'gold',
      membership: 'unknown',
      canWrite: true,
    });
    expect(asked()).toEqual(['me']);
    expect(await account.connection()).toEqual(connection);
    expect(told).toEqual([connection]);
    expect(await readToken()).toEqual({ key: KEY, session: connection.session });
    expect(await storedSnapshot.getValue()).toEqual({
      session: connection.session,
      keyTail: 'cdef',
      username: 'ada',
      tier: 'gold',
      membership: 'unknown',
      canWrite: true,
      keyScope: 25_165_825,
      asOf: NOW,
    });
  });

  it('cleans what was pasted', async () => {
    const { account } = createFakeAccount(memberSite());
    expect((await account.signIn(`  Bearer ${KEY}\n`)).ok).toBe(true);
    expect((await readToken())?.key).toBe(KEY);
  });

  it('calls an account without a tier free', async () => {
    const { account } = createFakeAccount(memberSite({ me: () => json({ id: 3, username: 'ada' }) }));
    expect(await signedIn(account)).toMatchObject({ tier: 'free', canWrite: true });
  });

  it('sees that a key may only read', async () => {
    const { account } = createFakeAccount(memberSite({ me: () => json({ id: 3, tokenScope: READ_ONLY }) }));
    expect(await signedIn(account)).toMatchObject({ canWrite: false });
  });

  it.each([
    ['401', unauthorized],
    ['403', () => json({ error: 'insufficient_scope' }, 403)],
  ])('takes a key limited to the vault, which /me answers with %s', async (_, me) => {
    const { account, asked, fetch } = createFakeAccount(memberSite({ me }));
    const connection = await signedIn(account);
    expect(connection).toEqual({
      kind: 'signed-in',
      session: connection.session,
      membership: 'unknown',
      canWrite: true,
    });
    expect(asked()).toEqual(['me', 'check-vault']);
    expect(fetch.sent[1]?.url).toContain('modelVersionIds=1');
  });

  it.each([
    ['an empty one', '  \n', { kind: 'not-signed-in' }, 0],
    ['an impossible one', 'abc', { kind: 'key-refused' }, 0],
    ['a wrong or revoked one', KEY, { kind: 'key-refused' }, 2],
  ])('%s is refused and not stored', async (_, pasted, problem, requests) => {
    const site = memberSite({ me: unauthorized, 'check-vault': unauthorized });
    const { account, fetch, told } = createFakeAccount(site);
    expect(await account.signIn(pasted)).toEqual({ ok: false, problem });
    expect(fetch.sent).toHaveLength(requests);
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
    expect(await readToken()).toBeUndefined();
    expect(told).toEqual([]);
  });

  it.each([
    ['the site is down', () => html(502), { kind: 'site-error' }],
    ['a pause is asked for', () => html(429), { kind: 'limited', until: NOW + 30_000 }],
    ['there is no connection', () => Promise.reject(new TypeError('no')), { kind: 'site-error' }],
    ['a page comes instead', () => html(200), { kind: 'unreadable' }],
    ['half an answer comes', () => new Response('{"id": 7, "user'), { kind: 'unreadable' }],
  ])('does not call a key wrong when %s', async (_, me, problem) => {
    const { account } = createFakeAccount(memberSite({ me }));
    expect(await account.signIn(KEY)).toEqual({ ok: false, problem });
    expect(await readToken()).toBeUndefined();
  });

  it('with a wrong key leaves the one before in place', async () => {
    const site = memberSite();
    const { account } = createFakeAccount(site);
    const before = await signedIn(account);
    Object.assign(site, { me: unauthorized, 'check-vault': unauthorized });
    expect((await account.signIn(OTHER_KEY)).ok).toBe(false);
    expect(await account.connection()).toEqual(before);
  });

  it('with another key begins another session and wipes the one before', async () => {
    const { account, endSession } = createFakeAccount(memberSite());
    const first = await signedIn(account);
    await writeInSession(first.session, tx =>
      tx.objectStore('facts').put({ versionId: version(7), state: 'in', asOf: 1 }),
    );
    expect((await account.signIn(OTHER_KEY)).ok).toBe(true);
    expect(await (await openVaultDatabase()).getAll('facts')).toEqual([]);
    expect((await readToken())?.session).not.toBe(first.session);
    expect(endSession).toHaveBeenCalledTimes(2);
  });

  it('is done once the key is stored, even where there is no room for the figures', async () => {
    const { account } = createFakeAccount(memberSite());
    const full = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    expect((await account.signIn(KEY)).ok).toBe(true);
    full.mockRestore();
    expect(await account.connection()).toMatchObject({ kind: 'signed-in' });
  });

  it('pressed twice is one sign-in', async () => {
    const { account, asked } = createFakeAccount(memberSite());
    const [first, second] = await Promise.all([account.signIn(KEY), account.signIn(` ${KEY}`)]);
    expect(second).toEqual(first);
    expect(asked()).toEqual(['me']);
  });

  it('with two keys at once keeps the later one, whichever answer comes first', async () => {
    const gate = createGate();
    const site = memberSite();
    const slow = memberSite({ me: () => gate.opened.then(site.me) });
    const { account } = createFakeAccount(slow);
    const first = account.signIn(OTHER_KEY);
    await Promise.resolve();
    slow.me = site.me;
    const second = await account.signIn(KEY);
    gate.open();
    expect(second.ok).toBe(true);
    expect(await first).toEqual({ ok: false, problem: { kind: 'not-signed-in' } });
    expect((await readToken())?.key).toBe(KEY);
  });
});

describe('signing out', () => {
  it('wipes everything and tells every page', async () => {
    const { account, told, endSession } = createFakeAccount(memberSite());
    await signedIn(account);
    await account.refresh();
    await seenConcern.setValue({ lost: 2, isOver: true });
    await account.signOut();
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
    expect(told.at(-1)).toEqual({ kind: 'signed-out' });
    expect(endSession).toHaveBeenCalledTimes(2);
    expect(await browser.storage.local.get(null)).toEqual({});
    const database = await openVaultDatabase();
    const names = ['token', 'account', 'journal', 'facts', 'items', 'sync'] as const;
    expect(await Promise.all(names.map(name => database.count(name)))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('ends a sign-in that is still being checked', async () => {
    const gate = createGate();
    const site = memberSite();
    const { account } = createFakeAccount({ ...site, me: () => gate.opened.then(site.me) });
    const pending = account.signIn(KEY);
    await account.signOut();
    gate.open();
    expect(await pending).toEqual({ ok: false, problem: { kind: 'not-signed-in' } });
    expect(await readToken()).toBeUndefined();
    expect(await storedSnapshot.getValue()).toBeNull();
  });

  it.each(['me', 'get', 'all'] as const)(
    'ends a refresh that waits for %s, which writes nothing any more',
    async slow => {
      const gate = createGate();
      const site = memberSite();
      const { account, told } = createFakeAccount(site);
      await signedIn(account);
      const answer = site[slow];
      site[slow] = () => gate.opened.then(answer);
      const pending = account.refresh();
      await account.signOut();
      gate.open();
      expect(await pending).toEqual({ ok: false, problem: { kind: 'not-signed-in' } });
      expect(await storedSnapshot.getValue()).toBeNull();
      expect(await account.connection()).toEqual({ kind: 'signed-out' });
      expect(told.at(-1)).toEqual({ kind: 'signed-out' });
    },
  );

  it('and in again with another key: a refresh for the first one comes to nothing', async () => {
    const gate = createGate();
    const site = memberSite();
    const { account } = createFakeAccount(site);
    await signedIn(account);
    const { get } = site;
    site.get = () => gate.opened.then(get);
    const pending = account.refresh();
    await new Promise(resolve => setTimeout(resolve, 10));
    Object.assign(site, { get, me: () => json({ id: 4, username: 'grace' }) });
    await account.signIn(OTHER_KEY);
    gate.open();
    expect(await pending).toEqual({ ok: false, problem: { kind: 'not-signed-in' } });
    expect(await storedSnapshot.getValue()).toMatchObject({ username: 'grace', keyTail: '3210' });
    expect((await storedSnapshot.getValue())?.quota).toBeUndefined();
  });

  it('keeps a request that has not left yet from going out with the next key', async () => {
    const given: (() => Promise<string | undefined>)[] = [];
    const { account } = createFakeAccount(memberSite(), getToken => given.push(getToken));
    await signedIn(account);
    await account.refresh();
    await account.signIn(OTHER_KEY);
    expect(given).toHaveLength(3);
    expect(await given[1]?.()).toBeUndefined();
  });
});
