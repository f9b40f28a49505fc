import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToken, readToken, storeToken } from '@/entrypoints/background/account/token';
import { closeVaultDatabase, openVaultDatabase } from '@/entrypoints/background/storage/database';
import { OTHER_KEY, OWNER } from '@/tests/unit/background/account/fake-account';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { formerAccount, formerAttempt, formerIntent, writeFormerDatabase } from './former-database';
import { freshStorage } from './fresh-storage';

const row = {
  versionId: version(7),
  intent: formerIntent('in', { posts: 1 }),
  next: undefined,
  post: formerAttempt('in', {}),
  untold: false,
};
const names = async () => (await indexedDB.databases()).map(({ name }) => name).sort();
const journal = async () => (await openVaultDatabase()).getAll('journal');

beforeEach(freshStorage);
afterEach(() => vi.restoreAllMocks());

/** The worker is killed while it does this: whatever it wrote by then stays. */
async function killedDuring(start: () => Promise<unknown>): Promise<void> {
  await start().catch(() => undefined);
  vi.restoreAllMocks();
  await closeVaultDatabase();
}

/** Deletions come to nothing. */
function keepDatabases(): void {
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new Error('killed');
  });
}

function breakOpening(of: RegExp): void {
  const { open } = IDBFactory.prototype;
  vi.spyOn(indexedDB, 'open').mockImplementation((name, ...rest) => {
    if (of.test(name)) throw new Error('killed');
    return open.call(indexedDB, name, ...rest);
  });
}

function breakWriting(of: string): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === of) throw new Error('killed');
    return put.apply(this, args);
  });
}

describe('taking over the one database of an earlier release', () => {
  beforeEach(() => writeFormerDatabase(3, { ...formerAccount(KEY, 'old'), journal: [row] }));

  it.each([
    ['before the key is copied', () => breakOpening(/^vaulted-key/)],
    ['while the key is written', () => breakWriting('key')],
    ['before the rest is copied', () => breakOpening(/^vaulted-vault/)],
    ['while its journal is renamed', () => breakWriting('journal')],
    ['while the rest is written', () => breakWriting('account')],
    ['before the old one is deleted', keepDatabases],
  ])('loses nothing when the worker is killed %s', async (_, arrange) => {
    arrange();
    await killedDuring(openVaultDatabase);
    expect(await readToken()).toEqual({ key: KEY, session: 'old' });
    expect(await journal()).toMatchObject([{ versionId: 7, intent: { target: 'in', attempts: 1 } }]);
    expect(await names()).toEqual(['vaulted-key-old', 'vaulted-vault']);
  });

  it('does not bring back what was settled since, where the old one could not be deleted', async () => {
    keepDatabases();
    await (await openVaultDatabase()).clear('journal');
    await killedDuring(openVaultDatabase);
    expect(await journal()).toEqual([]);
    expect(await names()).not.toContain('vaulted');
  });

  it('waits two seconds for a connection that stays open, and no longer', async () => {
    keepDatabases();
    await killedDuring(openVaultDatabase);
    const opening = indexedDB.open('vaulted');
    const held = await new Promise<IDBDatabase>(done => {
      opening.onsuccess = () => done(opening.result);
    });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const opened = openVaultDatabase();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    expect((await opened).name).toBe('vaulted-vault');
    held.close();
  });
});

describe('the database of a key', () => {
  it('goes with the sign-in, after its session', async () => {
    const session = await storeToken(KEY, OWNER);
    expect(await names()).toEqual([`vaulted-key-${session}`, 'vaulted-vault']);
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
    const ending = clearToken();
    deleted.mockImplementationOnce(() => {
      throw new Error('blocked');
    });
    await ending;
    expect(await readToken()).toBeUndefined();
    // The next start finishes it before anything else.
    vi.restoreAllMocks();
    await closeVaultDatabase();
    await openVaultDatabase();
    expect(await names()).toEqual(['vaulted-vault']);
  });

  it('makes way for another key, and one of the two is always signed in', async () => {
    const first = await storeToken(KEY, OWNER);
    breakWriting('token');
    await expect(storeToken(OTHER_KEY, OWNER)).rejects.toThrow('killed');
    vi.restoreAllMocks();
    expect(await readToken()).toEqual({ key: KEY, session: first });
    expect(await names()).toEqual([`vaulted-key-${first}`, 'vaulted-vault']);
    const second = await storeToken(OTHER_KEY, OWNER);
    expect(await readToken()).toEqual({ key: OTHER_KEY, session: second });
    expect(await names()).toEqual([`vaulted-key-${second}`, 'vaulted-vault']);
  });

  it('is not written for a key that lasts only until the browser closes, and an older one goes', async () => {
    await storeToken(KEY, OWNER);
    await storeToken(OTHER_KEY, { ...OWNER, isBrief: true });
    expect((await readToken())?.key).toBe(OTHER_KEY);
    expect(await names()).toEqual(['vaulted-vault']);
  });
});
