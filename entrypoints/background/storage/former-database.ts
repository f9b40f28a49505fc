import { openDB, unwrap } from 'idb';
import { deleteDatabase } from './delete-database';
import { writeKey } from './key-store';
import { migrate, type Upgrade } from './migrate';
import { ONLY, type StoredToken, type VaultedSchema } from './schema';

/** One database held everything, the key as well. Its bytes go only with the whole of it. */
const NAME = 'vaulted';
const VERSION = 4;

/** It kept no history. */
const STORES = ['token', 'account', 'journal', 'facts', 'items', 'sync', 'cooldowns'] as const;

/** The rows of each store. */
export type FormerRows = { [Name in (typeof STORES)[number]]: VaultedSchema[Name]['value'][] };

/**
 * Reads what an earlier release has left, and stores its key where keys are now; `undefined`: nothing is left. It can be done again
 * and again: nothing of it is changed or deleted.
 */
export async function readFormer(names: readonly string[]): Promise<FormerRows | undefined> {
  if (!names.includes(NAME)) return undefined;
  const database = await openDB<VaultedSchema>(NAME, VERSION, { upgrade: migrate });
  try {
    const transaction = database.transaction(STORES);
    const read = <Name extends (typeof STORES)[number]>(name: Name) => transaction.objectStore(name).getAll();
    const [token, account, journal, facts, items, sync, cooldowns] = await Promise.all([
      read('token'),
      read('account'),
      read('journal'),
      read('facts'),
      read('items'),
      read('sync'),
      read('cooldowns'),
    ]);
    return { token: await Promise.all(token.map(takeKey)), account, journal, facts, items, sync, cooldowns };
  } finally {
    database.close();
  }
}

/** Until then the key stood beside its session; one that lasts until the browser closes stood nowhere. */
async function takeKey({ session, key }: StoredToken & { key?: string }): Promise<StoredToken> {
  if (key === undefined) return { session, isBrief: true };
  await writeKey(session, key);
  return { session };
}

/** Writes the rows in the transaction that creates today's database: it is there with all of them, or not at all. */
export function takeOver(upgrade: Upgrade, rows: FormerRows): void {
  // No request is waited for by itself: one that fails aborts the transaction.
  const transaction = unwrap(upgrade);
  for (const name of STORES) {
    const store = transaction.objectStore(name);
    for (const row of rows[name]) store.put(row, store.keyPath === null ? ONLY : undefined);
  }
}

/** Deletes it if it is there, once today's database has all of it. Never rejects: the next start of the worker finishes it. */
export async function dropFormer(names: readonly string[]): Promise<void> {
  if (names.includes(NAME)) await deleteDatabase(NAME);
}
