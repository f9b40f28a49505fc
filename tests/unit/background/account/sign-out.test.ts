import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { json, KEY } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { seenConcern } from '@/utils/account/seen-concern';
import { storedSnapshot } from '@/utils/account/snapshot';
import { createFakeAccount, createGate, memberSite, OTHER_KEY, signedIn } from './fake-account';

beforeEach(freshStorage);

describe('signing out', () => {
  it('wipes everything and announces it to every page', async () => {
    const { account, announced, endSession } = createFakeAccount(memberSite());
    await signedIn(account);
    await account.refresh();
    await seenConcern.setValue({ lost: 2, isOver: true });
    await account.signOut();
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
    expect(announced.at(-1)).toEqual({ kind: 'signed-out' });
    expect(endSession).toHaveBeenCalledTimes(2);
    // That there is a store says nothing of an account.
    expect(await browser.storage.local.get(null)).toEqual({ 'vaulted-store': {} });
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
      const { account, announced } = createFakeAccount(site);
      await signedIn(account);
      const answer = site[slow];
      site[slow] = () => gate.opened.then(answer);
      const pending = account.refresh();
      await account.signOut();
      gate.open();
      expect(await pending).toEqual({ ok: false, problem: { kind: 'not-signed-in' } });
      expect(await storedSnapshot.getValue()).toBeNull();
      expect(await account.connection()).toEqual({ kind: 'signed-out' });
      expect(announced.at(-1)).toEqual({ kind: 'signed-out' });
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
