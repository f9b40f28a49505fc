import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Membership } from '@/utils/account/account';
import { leaveQuiet } from './cooldown-rows';
import type { FactRow, ItemIndexes, ItemRow, JournalRow, QuietRow, SyncRow } from './rows';

/** The key as it is kept. Only token.ts reads it. */
export type StoredToken = {
  /** Absent for a key that is kept only until the browser closes: that one never touches the disk. */
  key?: string;
  session: string;
};

/** Who the key belongs to, as last answered. */
export type StoredAccount = {
  session: string;
  /** The API answered 401 to this key. */
  refused: boolean;
  keyTail: string;
  userId?: number;
  username?: string;
  tier?: string;
  membership: Membership;
  canWrite: boolean;
  keyScope?: number;
  /** The key is kept only until the browser closes. */
  isBrief?: boolean;
  /** It has closed since: nothing else is known of the account any more. */
  isForgotten?: boolean;
};

/** The one row of `token`, `account` and `sync`. */
export const ONLY = 'only';

/**
 * Everything that belongs to one account, and `quiet`, which outlives it for less than a minute. It is IndexedDB because no content
 * script can open the extension's, while Firefox lets them read `storage.local`. A change of shape needs a new VERSION and a step in
 * {@link createStores}.
 */
export interface VaultedSchema extends DBSchema {
  token: { key: typeof ONLY; value: StoredToken };
  account: { key: typeof ONLY; value: StoredAccount };
  journal: { key: number; value: JournalRow };
  quiet: { key: number; value: QuietRow };
  facts: { key: number; value: FactRow };
  items: { key: number; value: ItemRow; indexes: ItemIndexes };
  sync: { key: typeof ONLY; value: SyncRow };
}

export type VaultedDatabase = IDBPDatabase<VaultedSchema>;

const NAME = 'vaulted';
const VERSION = 3;
const OF_ACCOUNT = ['token', 'account', 'journal', 'facts', 'items', 'sync'] as const;
const ALL = [...OF_ACCOUNT, 'quiet'] as const;

/** A transaction over every store: nothing of another account can slip in between. */
export type WholeTransaction = IDBPTransaction<VaultedSchema, typeof ALL, 'readwrite'>;

let connection: Promise<VaultedDatabase> | undefined;

/** The one connection, opened when first needed and again after it was closed. Rejects where the browser refuses storage. */
export function openVaultDatabase(): Promise<VaultedDatabase> {
  if (connection) return connection;
  const opening = connect();
  connection = opening;
  opening.catch(() => forget(opening));
  return opening;
}

/** Closes the connection; the next call opens another. */
export async function closeVaultDatabase(): Promise<void> {
  const open = connection;
  connection = undefined;
  (await open?.catch(() => undefined))?.close();
}

async function connect(): Promise<VaultedDatabase> {
  return openDB<VaultedSchema>(NAME, VERSION, {
    upgrade: createStores,
    // Another worker of a newer release wants to upgrade: standing in its way would block it for good.
    blocking: () => void closeVaultDatabase(),
    terminated: () => forget(connection),
  });
}

function forget(closed: Promise<VaultedDatabase> | undefined): void {
  if (connection === closed) connection = undefined;
}

function createStores(database: VaultedDatabase, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore('token');
    database.createObjectStore('account');
    database.createObjectStore('journal', { keyPath: 'versionId' });
    database.createObjectStore('facts', { keyPath: 'versionId' });
  }
  if (oldVersion === 1) {
    // They were always empty in version 1.
    database.deleteObjectStore('items');
    database.deleteObjectStore('sync');
  }
  database.createObjectStore('quiet', { keyPath: 'versionId' });
  if (oldVersion < 2) createMirrorStores(database);
}

function createMirrorStores(database: VaultedDatabase): void {
  const items = database.createObjectStore('items', { keyPath: 'id' });
  items.createIndex('byVersion', 'modelVersionId');
  items.createIndex('byModel', 'modelId');
  items.createIndex('byPass', 'seenIn');
  database.createObjectStore('sync');
}

/**
 * Writes for one account only: `write` runs if `session` is still the one signed in, in the same transaction that checked it, so
 * nothing that was in flight can write after a sign-out. It may await nothing but this transaction's requests.
 * `undefined`: the session is over and nothing was written. If `write` throws, nothing is written and this rejects with its error.
 */
export async function writeInSession<T>(
  session: string,
  write: (transaction: WholeTransaction) => Promise<T>,
): Promise<{ value: T } | undefined> {
  return transact(async transaction => {
    const token = await transaction.objectStore('token').get(ONLY);
    return token?.session === session ? { value: await write(transaction) } : undefined;
  });
}

/** Forgets everything of the account, and puts another's key and name in its place if there is one: all or nothing. */
export async function replaceAccount(next?: { token?: StoredToken; account: StoredAccount }): Promise<void> {
  await transact(async transaction => {
    await leaveQuiet(transaction, Date.now());
    await Promise.all(OF_ACCOUNT.map(name => transaction.objectStore(name).clear()));
    if (!next) return;
    if (next.token) await transaction.objectStore('token').put(next.token, ONLY);
    await transaction.objectStore('account').put(next.account, ONLY);
  });
}

async function transact<T>(work: (transaction: WholeTransaction) => Promise<T>): Promise<T> {
  const database = await openVaultDatabase();
  // Strict: what a journal says must be on the disk before a request goes out.
  const transaction = database.transaction(ALL, 'readwrite', { durability: 'strict' });
  try {
    const value = await work(transaction);
    await transaction.done;
    return value;
  } catch (error) {
    abandon(transaction);
    await transaction.done.catch(() => undefined);
    throw error;
  }
}

function abandon(transaction: WholeTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already: the browser aborted it because one of its requests failed.
  }
}
