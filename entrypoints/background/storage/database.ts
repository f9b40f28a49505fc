import { openDB } from 'idb';
import { leaveCooldowns } from './cooldown-rows';
import { migrate } from './migrate';
import {
  ALL,
  OF_ACCOUNT,
  ONLY,
  type StoredAccount,
  type StoredToken,
  type VaultedDatabase,
  type VaultedSchema,
  type WholeTransaction,
} from './schema';

const NAME = 'vaulted';
/** 4: the journal and the cooldowns bear today's names. */
const VERSION = 4;

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
    upgrade: migrate,
    // Another worker of a newer release wants to upgrade: standing in its way would block it for good.
    blocking: () => void closeVaultDatabase(),
    terminated: () => forget(connection),
  });
}

function forget(closed: Promise<VaultedDatabase> | undefined): void {
  if (connection === closed) connection = undefined;
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
    await leaveCooldowns(transaction, Date.now());
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
