import { unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToken, readToken, storeToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import type { JournalRow } from '@/entrypoints/background/storage/rows';
import { ONLY } from '@/entrypoints/background/storage/schema';
import { replaceAccount, writeInSession } from '@/entrypoints/background/storage/session-writes';
import { OWNER } from '@/tests/unit/background/account/fake-account';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from './fresh-storage';

const fact = { versionId: version(7), state: 'in', asOf: 1 } as const;

beforeEach(freshStorage);

/** Puts something into each store, with rows of no particular kind. */
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
    expect(others.sort()).toEqual(['facts', 'history', 'items', 'journal', 'radar', 'sync']);
    expect(await Promise.all(others.map(name => database.count(name)))).toEqual(others.map(() => 0));
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

describe('a removal that was not sent when its session ended', () => {
  const nothing = { next: undefined, attempt: undefined, unannounced: false };
  const row = (n: number, target: 'in' | 'out', attempts: number): JournalRow => ({
    ...{ ...nothing, versionId: version(n) },
    intent: { target, attempts, askedAt: 1, confirmedAt: 1, failedChecks: 0, contradicted: false, cause: undefined },
  });
  const leave = async (userId?: number) => {
    const session = await storeToken(KEY, OWNER);
    await writeInSession(session, async tx => {
      const account = await tx.objectStore('account').get(ONLY);
      const { userId: _, ...rest } = account ?? expect.fail('no account');
      await tx.objectStore('account').put({ ...rest, ...(userId !== undefined && { userId }) }, ONLY);
      for (const each of [row(1, 'out', 0), row(2, 'out', 1), row(3, 'in', 0)])
        await tx.objectStore('journal').put(each);
    });
    await clearToken();
    return (await openVaultDatabase()).getAll('journal');
  };

  it('is left to its owner, and no other that was or may have been sent', async () => {
    expect(await leave(5)).toMatchObject([{ versionId: 1, intent: undefined, unsent: { owner: 5 } }]);
  });

  it('is forgotten where the owner is not known', async () => {
    expect(await leave()).toEqual([]);
  });
});

describe('the connection to the database', () => {
  it('is one, and makes way for a newer release', async () => {
    const [first, again] = await Promise.all([openVaultDatabase(), openVaultDatabase()]);
    expect(again).toBe(first);
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase('vaulted-vault');
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
    expect((await openVaultDatabase()).name).toBe('vaulted-vault');
  });
});
