import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readToken } from '@/entrypoints/background/account/token';
import { closeVaultDatabase, openVaultDatabase } from '@/entrypoints/background/storage/database';
import { deleteDatabase } from '@/entrypoints/background/storage/delete-database';
import { readLoss } from '@/entrypoints/background/storage/store-age';
import { storageProblem } from '@/entrypoints/background/storage/verdict';
import { createFakeAccount, memberSite, signedIn } from '@/tests/unit/background/account/fake-account';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { storedSnapshot } from '@/utils/account/snapshot';
import { formerAccount, writeFormerDatabase } from './former-database';
import { freshStorage } from './fresh-storage';

beforeEach(freshStorage);
afterEach(() => vi.restoreAllMocks());

/** A store that this release can't read, in place of the one that is there. */
async function replaceStore(version: number, stores: string[]): Promise<void> {
  await closeVaultDatabase();
  const done = (request: IDBRequest) =>
    new Promise<void>((resolve, reject) => {
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  await done(indexedDB.deleteDatabase('vaulted-vault'));
  const opening = indexedDB.open('vaulted-vault', version);
  opening.onupgradeneeded = () => {
    for (const name of stores) opening.result.createObjectStore(name);
  };
  await done(opening);
  opening.result.close();
}

const refuse = (name: string) =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', name);
  });

describe('a store that cannot be opened', () => {
  it.each([
    ['a newer release has written it', () => replaceStore(99, ['token']), 'storage-newer'],
    ['a part of it is missing', () => replaceStore(1, ['token', 'account']), 'storage-damaged'],
    ['the browser cannot read it', async () => refuse('UnknownError'), 'storage-damaged'],
    ['the browser allows no changes', async () => refuse('InvalidStateError'), 'storage-refused'],
    ['the user refuses storage', async () => refuse('SecurityError'), 'storage-refused'],
    ['the disk is full', async () => refuse('QuotaExceededError'), 'storage-full'],
  ])('says so when %s', async (_, arrange, kind) => {
    await arrange();
    await expect(openVaultDatabase()).rejects.toThrow();
    expect(storageProblem()).toEqual({ kind });
    vi.restoreAllMocks();
    await replaceStore(1, []);
    await freshStorage();
    await openVaultDatabase();
    expect(storageProblem()).toBeUndefined();
  });
});

describe('starting afresh', () => {
  it.each([
    ['of a newer release', () => replaceStore(99, [])],
    ['that is damaged', () => replaceStore(1, [])],
  ])('forgets a store %s with its key, and asks for it again', async (_, arrange) => {
    const { account, announced, endSession } = createFakeAccount(memberSite());
    await signedIn(account);
    await account.refresh();
    await arrange();
    await expect(account.connection()).rejects.toThrow();
    await account.startAfresh();
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
    expect(announced.at(-1)).toEqual({ kind: 'signed-out' });
    expect(endSession).toHaveBeenCalledTimes(2);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['vaulted-vault']);
    expect(await storedSnapshot.getValue()).toBeNull();
    expect(await readLoss()).toBeGreaterThan(Date.now() - 60_000);
    expect(await signedIn(account)).toMatchObject({ username: 'ada' });
  });

  it.each([
    ['that is fine', async () => {}],
    ['that the browser refuses for now', async () => void refuse('SecurityError')],
  ])('does nothing to a store %s', async (_, arrange) => {
    const { account } = createFakeAccount(memberSite());
    const { session } = await signedIn(account);
    await closeVaultDatabase();
    await arrange();
    await account.startAfresh().catch(() => undefined);
    vi.restoreAllMocks();
    expect(await readToken()).toEqual({ key: KEY, session });
  });
});

describe('a loss of the store', () => {
  it('is none after the installation, and none after an update', async () => {
    await openVaultDatabase();
    expect(await readLoss()).toBeUndefined();
    await freshStorage();
    await writeFormerDatabase(3, formerAccount(KEY, 'old'));
    await openVaultDatabase();
    expect(await readLoss()).toBeUndefined();
  });

  it('is noticed when the browser has thrown the database away', async () => {
    await openVaultDatabase();
    await closeVaultDatabase();
    await deleteDatabase('vaulted-vault');
    const before = Date.now();
    await openVaultDatabase();
    expect(await readLoss()).toBeGreaterThanOrEqual(before);
  });
});
