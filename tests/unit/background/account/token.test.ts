import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearToken, lockStorage, readToken, storeToken } from '@/entrypoints/background/account/token';
import { closeVaultDatabase, openVaultDatabase } from '@/entrypoints/background/storage/database';
import { ONLY } from '@/entrypoints/background/storage/schema';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { OWNER } from './fake-account';

beforeEach(freshStorage);

describe('the stored key', () => {
  it('is there until it is cleared, across connections', async () => {
    expect(await readToken()).toBeUndefined();
    const session = await storeToken(KEY, OWNER);
    await closeVaultDatabase();
    expect(await readToken()).toEqual({ key: KEY, session });
    await clearToken();
    expect(await readToken()).toBeUndefined();
  });

  it('is given to its own session alone', async () => {
    const first = await storeToken(KEY, OWNER);
    expect(await readToken(first)).toMatchObject({ key: KEY });
    const second = await storeToken(KEY, OWNER);
    expect(second).not.toBe(first);
    expect(await readToken(first)).toBeUndefined();
    expect(await readToken(second)).toMatchObject({ key: KEY });
  });

  it('is nowhere in the storage that content scripts can read', async () => {
    await storeToken(KEY, OWNER);
    const areas = [browser.storage.local, browser.storage.session, browser.storage.sync];
    const readable = await Promise.all(areas.map(area => area.get(null)));
    expect(JSON.stringify(readable)).not.toContain(KEY);
  });

  it('is kept by its last four characters beside the account', async () => {
    await storeToken(KEY, OWNER);
    const account = await (await openVaultDatabase()).get('account', ONLY);
    expect(account).toMatchObject({ username: 'ada', keyTail: 'cdef' });
    expect(JSON.stringify(account)).not.toContain(KEY);
  });
});

describe('lockStorage', () => {
  it('closes the storage to content scripts', async () => {
    const setAccessLevel = vi.fn(async () => {});
    Object.assign(fakeBrowser.storage.local, { setAccessLevel });
    await lockStorage();
    Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('gets by where the browser has no such call', async () => {
    Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
    await expect(lockStorage()).resolves.toBeUndefined();
  });
});
