import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';
import { browserHost } from '@/entrypoints/popup/host/browser-host';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { seenConcern } from '@/utils/account/seen-concern';
import { storedSnapshot, storedSummary } from '@/utils/account/snapshot';
import { summarizeVault } from '@/utils/vault/vault-summary';
import { createFakeAccount, memberSite } from './fake-account';

beforeEach(freshStorage);

/** The user has signed in with a key that is kept until the browser closes; some facts are known. */
async function signInBriefly() {
  const world = createFakeAccount(memberSite());
  const result = await world.account.signIn(KEY, true);
  if (!result.ok || result.value.kind !== 'signed-in') throw new Error('not signed in');
  const { session } = result.value;
  await world.account.refresh();
  await storedSummary.setValue({ ...summarizeVault([item(1)]), session, status: { kind: 'never' } }, true);
  await writeInSession(session, tx => tx.objectStore('items').put({ ...item(1), seenIn: 1, seenOn: 1 }));
  return { ...world, session };
}

/** All that is on the disk, as text. */
async function disk(): Promise<string> {
  const database = await openVaultDatabase();
  const rows = await Promise.all([...database.objectStoreNames].map(name => database.getAll(name)));
  return JSON.stringify([rows, await browser.storage.local.get(null)]);
}

describe('a key that is kept only until the browser closes', () => {
  it('works like any other, also after the worker was stopped', async () => {
    const { session } = await signInBriefly();
    const { account, fetch } = createFakeAccount(memberSite());
    expect(await account.connection()).toMatchObject({ kind: 'signed-in', session });
    expect((await account.refresh()).ok).toBe(true);
    expect(new Headers(fetch.sent[0]?.init.headers).get('authorization')).toBe(`Bearer ${KEY}`);
    expect(await readToken('another')).toBeUndefined();
  });

  it('never reaches the disk, and neither do the figures', async () => {
    await signInBriefly();
    expect(await disk()).not.toContain(KEY);
    // That there is a store says nothing of an account.
    expect(await browser.storage.local.get(null)).toEqual({ 'vaulted-store': {} });
    expect(await storedSnapshot.getValue()).toMatchObject({ isBrief: true, itemCount: 42 });
    expect(await storedSummary.getValue()).toMatchObject({ stored: 1 });
    await browserHost.noteSeen({ lost: 2, isOver: true });
    expect(await browser.storage.local.get(null)).toEqual({ 'vaulted-store': {} });
    expect(await seenConcern.getValue()).toEqual({ lost: 2, isOver: true });
  });

  it('is gone when the browser has been closed, with everything that was known, and the user hears why', async () => {
    const { session } = await signInBriefly();
    await browser.storage.session.clear();
    const { account, fetch } = createFakeAccount(memberSite());
    expect(await account.connection()).toEqual({ kind: 'signed-out', isForgotten: true });
    expect(await account.refresh()).toEqual({ ok: false, problem: { kind: 'not-signed-in', isForgotten: true } });
    expect(fetch.sent).toEqual([]);
    expect(await disk()).not.toMatch(new RegExp(`${session}|Model 1|ada`));
    expect([await storedSnapshot.getValue(), await storedSummary.getValue()]).toEqual([null, null]);
    // The next worker still knows why.
    expect(await createFakeAccount(memberSite()).account.connection()).toEqual({
      kind: 'signed-out',
      isForgotten: true,
    });
  });

  it('makes way for one that is kept, and is kept nowhere then', async () => {
    const { account } = await signInBriefly();
    await account.signIn(KEY);
    expect(await browser.storage.session.get(null)).toEqual({});
    await account.refresh();
    expect((await storedSnapshot.getValue())?.isBrief).toBeUndefined();
    expect((await browser.storage.local.get(null))['vaulted-snapshot']).toMatchObject({ itemCount: 42 });
  });

  it('is gone at once after signing out, and then nothing speaks of a closed browser', async () => {
    const { account } = await signInBriefly();
    await account.signOut();
    expect(await browser.storage.session.get(null)).toEqual({});
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
  });

  it('is not taken for forgotten because storage failed once', async () => {
    await signInBriefly();
    const { account } = createFakeAccount(memberSite());
    const get = browser.storage.session.get;
    browser.storage.session.get = async () => {
      throw new Error('no');
    };
    await expect(account.connection()).rejects.toThrow('no');
    browser.storage.session.get = get;
    expect(await account.connection()).toMatchObject({ kind: 'signed-in' });
  });
});
