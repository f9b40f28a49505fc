import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { isLoginSession } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { json, KEY } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { ADA, nobody, shown } from './shown-with-login';

beforeEach(freshStorage);

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
