import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createFakeAccount, createGate, memberSite, OTHER_KEY, signedIn, unauthorized } from './fake-account';

beforeEach(freshStorage);

describe('signing in', () => {
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
