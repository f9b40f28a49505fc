import { unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cleanKey, clearToken, lockStorage, readToken, storeToken } from '@/entrypoints/background/account/token';
import { closeVaultDatabase, openVaultDatabase } from '@/entrypoints/background/storage/database';
import { ONLY } from '@/entrypoints/background/storage/schema';
import { replaceAccount, writeInSession } from '@/entrypoints/background/storage/session-writes';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';

const KEY = '0123456789abcdef0123456789abcdef';
const OWNER = { refused: false, username: 'ada', membership: 'unknown', canWrite: true } as const;
const fact = { versionId: version(7), state: 'in', asOf: 1 } as const;

beforeEach(freshStorage);

/** Puts something into each store, whatever its rows look like. */
function fillEveryStore(database: IDBDatabase): Promise<void> {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite');
  for (const name of names) {
    const store = transaction.objectStore(name);
    store.put({ id: 1, versionId: 1 }, store.keyPath === null ? ONLY : undefined);
  }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

describe('cleanKey', () => {
  it.each([
    KEY,
    ` ${KEY}\n`,
    `\t${KEY}\r\n\r\n`,
    `${KEY.slice(0, 16)}\r\n${KEY.slice(16)}`,
    `\u200b${KEY}\ufeff`,
    `${KEY.slice(0, 9)}\u00ad${KEY.slice(9)}\u00a0`,
    `"${KEY}"`,
    `'${KEY}'`,
    `\u201c${KEY}\u201d`,
    `Bearer ${KEY}`,
    `bearer\n${KEY}`,
    `BEARER: ${KEY}`,
    `Authorization: Bearer ${KEY}`,
    `"authorization:bearer ${KEY}"`,
    `Authorization: "${KEY}"`,
    ` ' Bearer  "${KEY}" ' `,
  ])('finds the key in %j', pasted => {
    expect(cleanKey(pasted)).toBe(KEY);
  });

  it.each(['civitai_AbC-123~456', 'BearerOfNews42', 'x'.repeat(512)])('leaves %j as it is', key => {
    expect(cleanKey(key)).toBe(key);
  });

  it.each([
    '',
    '   ',
    '\n',
    '""',
    'Bearer',
    'Bearer ',
    'Authorization: Bearer',
    'short',
    'schl\u00fcsselbund',
    'x'.repeat(513),
  ])('finds none in %j', pasted => {
    expect(cleanKey(pasted)).toBeUndefined();
  });
});

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

describe('what belongs to a session', () => {
  async function factsStored() {
    return (await openVaultDatabase()).getAll('facts');
  }

  it('is written while the session lasts', async () => {
    const session = await storeToken(KEY, OWNER);
    expect(await writeInSession(session, async tx => tx.objectStore('facts').put(fact))).toEqual({ value: 7 });
    expect(await factsStored()).toEqual([fact]);
  });

  it('is not written after it', async () => {
    const session = await storeToken(KEY, OWNER);
    const ended = clearToken();
    expect(await writeInSession(session, async tx => tx.objectStore('facts').put(fact))).toBeUndefined();
    await ended;
    expect(await factsStored()).toEqual([]);
  });

  it.each([
    ['signing out', () => clearToken()],
    ['another key', () => storeToken('another-key', OWNER)],
  ])('is gone after %s, from every store', async (_, end) => {
    await storeToken(KEY, OWNER);
    const database = await openVaultDatabase();
    await fillEveryStore(unwrap(database));
    await end();
    const isOfAccount = (name: string) => !['token', 'account', 'cooldowns'].includes(name);
    const others = [...database.objectStoreNames].filter(isOfAccount);
    expect(others.sort()).toEqual(['facts', 'items', 'journal', 'sync']);
    expect(await Promise.all(others.map(name => database.count(name)))).toEqual([0, 0, 0, 0]);
    expect(JSON.stringify(await Promise.all([database.getAll('token'), database.getAll('account')]))).not.toContain(
      '"id":1',
    );
  });

  it('is written all or not at all', async () => {
    const session = await storeToken(KEY, OWNER);
    const broken = writeInSession(session, async tx => {
      await tx.objectStore('facts').put(fact);
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await factsStored()).toEqual([]);
    expect(await readToken(session)).toMatchObject({ key: KEY });
  });
});

describe('the connection to the database', () => {
  it('is one, and makes way for a newer release', async () => {
    const [first, again] = await Promise.all([openVaultDatabase(), openVaultDatabase()]);
    expect(again).toBe(first);
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase('vaulted');
      deletion.onsuccess = () => resolve();
      deletion.onblocked = () => reject(new Error('blocked'));
    });
    expect(await openVaultDatabase()).not.toBe(first);
    await replaceAccount();
    expect(await readToken()).toBeUndefined();
  });

  it('is tried again after it could not be opened', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new Error('refused');
    });
    await expect(openVaultDatabase()).rejects.toThrow('refused');
    open.mockRestore();
    expect((await openVaultDatabase()).name).toBe('vaulted');
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
