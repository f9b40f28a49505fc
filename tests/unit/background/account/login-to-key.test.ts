import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { isLoginSession, readToken } from '@/entrypoints/background/account/token';
import { closeVaultDatabase, openVaultDatabase } from '@/entrypoints/background/storage/database';
import { ONLY } from '@/entrypoints/background/storage/schema';
import { json, KEY } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createFakeAccount, memberSite, type Site, unauthorized } from './fake-account';

beforeEach(freshStorage);

const SYNC = {
  pass: 1,
  isFull: true,
  isWhole: true,
  nextPage: 0,
  startedAt: 1,
  totalItems: 1,
  hasShrunk: false,
  hasNews: false,
  doubles: [],
  syncedAt: 1,
};

/** A user whose vault was read with the site's login; `site` says whose the key is that comes next. */
async function readWithLogin(changes: Partial<Site> = {}) {
  const fake = createFakeAccount(memberSite({ session: () => json({ user: { id: 3, username: 'ada' } }), ...changes }));
  const before = await fake.account.showWithLogin();
  if (!before.ok || before.value.kind !== 'signed-in') throw new Error('not shown');
  const database = await openVaultDatabase();
  await database.put('facts', { versionId: version(7), state: 'in', asOf: 1 });
  await database.put('sync', { ...SYNC, failed: { problem: { kind: 'login-changed' }, until: 9 } }, ONLY);
  return { ...fake, session: before.value.session };
}

async function stored() {
  const database = await openVaultDatabase();
  const [facts, sync, account] = [
    await database.count('facts'),
    await database.get('sync', ONLY),
    await database.get('account', ONLY),
  ];
  return { facts, sync, userId: account?.userId, isLogin: account?.isLogin === true };
}

const other = (): Response => json({ id: 4, username: 'eve', tier: 'gold', tokenScope: 25_165_825 });

describe('a key, after the vault was read with the site’s login', () => {
  it('of the same user goes on with what was read', async () => {
    const { account, session } = await readWithLogin();
    const after = await account.signIn(KEY);
    expect(after).toMatchObject({ ok: true, value: { userId: 3, canWrite: true } });
    expect(after.ok && after.value).not.toHaveProperty('isLogin');
    expect(await stored()).toEqual({ facts: 1, sync: SYNC, userId: 3, isLogin: false });
    expect((await readToken())?.key).toBe(KEY);
    expect(await isLoginSession(session)).toBe(false);
  });

  it('limited to the vault is asked whose vault it is, and goes on as well', async () => {
    const { account } = await readWithLogin({ me: unauthorized });
    expect(await account.signIn(KEY)).toMatchObject({ ok: true, value: { userId: 3 } });
    expect(await stored()).toMatchObject({ facts: 1, userId: 3 });
  });

  it.each<[string, Partial<Site>]>([
    ['of another user', { me: other }],
    ['that doesn’t say whose it is', { me: unauthorized, get: () => json({ vault: null }) }],
  ])('%s begins anew', async (_, changes) => {
    const { account } = await readWithLogin(changes);
    expect((await account.signIn(KEY)).ok).toBe(true);
    expect(await stored()).toMatchObject({ facts: 0, sync: undefined, isLogin: false });
  });

  it('that is refused leaves the login in place', async () => {
    const { account, session } = await readWithLogin({ me: unauthorized, 'check-vault': unauthorized });
    expect((await account.signIn(KEY)).ok).toBe(false);
    expect(await account.connection()).toMatchObject({ kind: 'signed-in', isLogin: true, session });
  });

  it('put away again leaves nothing of either', async () => {
    const { account } = await readWithLogin();
    await account.signIn(KEY);
    await account.signOut();
    expect(await stored()).toMatchObject({ facts: 0, sync: undefined, userId: undefined });
  });
});

/** What a worker does one after the other when a key takes over. The n-th call of these never comes back: it was killed there. */
const STEPS: [string, () => { mockImplementationOnce(stop: () => Promise<never>): unknown }][] = [
  ['before the figures are gone', () => vi.spyOn(browser.storage.local, 'remove')],
  ['before the brief key is gone', () => vi.spyOn(browser.storage.session, 'remove')],
];

describe.each([
  ['the same user', memberSite().me, 1],
  ['another user', other, 0],
] as const)('a key of %s, and the worker is killed', (_, me, kept) => {
  const never = () => new Promise<never>(() => {});

  it.each(STEPS)('%s: the login goes on, and nothing is mixed', async (_step, spyOn) => {
    const { account, session } = await readWithLogin({ me });
    spyOn().mockImplementationOnce(never);
    void account.signIn(KEY);
    await new Promise(resolve => setTimeout(resolve, 60));
    vi.restoreAllMocks();
    await closeVaultDatabase();
    expect(await stored()).toMatchObject({ facts: 1, userId: 3, isLogin: true });
    expect(await isLoginSession(session)).toBe(true);
    expect(await readToken()).toBeUndefined();
    expect((await createFakeAccount(memberSite({ me })).account.signIn(KEY)).ok).toBe(true);
    expect(await stored()).toMatchObject({ facts: kept, isLogin: false });
  });

  it('before the old key’s traces are swept: the key is in place, with what is its own', async () => {
    const { account } = await readWithLogin({ me });
    const names = vi.spyOn(indexedDB, 'databases');
    let calls = 0;
    names.mockImplementation(() => {
      calls += 1;
      return never();
    });
    void account.signIn(KEY);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(calls).toBeGreaterThan(0);
    vi.restoreAllMocks();
    await closeVaultDatabase();
    expect((await readToken())?.key).toBe(KEY);
    expect(await stored()).toMatchObject({ facts: kept, isLogin: false });
  });
});
