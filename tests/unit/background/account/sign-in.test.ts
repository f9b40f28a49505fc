import { beforeEach, describe, expect, it } from 'vitest';
import { readToken } from '@/entrypoints/background/account/token';
import { html, json, KEY, NOW } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { storedSnapshot } from '@/utils/account/snapshot';
import { createFakeAccount, memberSite, READ_ONLY, signedIn, unauthorized } from './fake-account';

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
});
