import { openDB } from 'idb';
import { databaseNames, deleteDatabase } from './delete-database';
import { dropFormer, type FormerRows, readFormer, takeOver } from './former-database';
import { dropKeysBut } from './key-store';
import { migrate } from './migrate';
import { ALL, ONLY, type VaultedDatabase, type VaultedSchema } from './schema';
import { noteCreation } from './store-age';
import { isRefused, noteOpening } from './verdict';

const NAME = 'vaulted-vault';
const VERSION = 2;

let connection: Promise<VaultedDatabase> | undefined;

/**
 * The one connection, opened when first needed and again after it was closed. Rejects where it can't be opened; then `storageProblem()`
 * says why.
 */
export function openVaultDatabase(): Promise<VaultedDatabase> {
  if (connection) return connection;
  // Chosen once: what is written down in one place must not be looked for in another.
  const opening = isRefused() ? Promise.reject(new DOMException('refused before', 'SecurityError')) : connect();
  connection = opening;
  opening.then(
    () => noteOpening(),
    error => {
      noteOpening(error);
      forget(opening);
    },
  );
  return opening;
}

/** Closes the connection; the next call of {@link openVaultDatabase} opens another. */
export async function closeVaultDatabase(): Promise<void> {
  const open = connection;
  connection = undefined;
  (await open?.catch(() => undefined))?.close();
}

/**
 * Takes over what an earlier release left, and finishes what a killed worker or a sign-out could not delete. Stopped at any moment,
 * the next start begins anew with the same rows: the old ones go only once the new ones are there.
 */
async function connect(): Promise<VaultedDatabase> {
  const names = await databaseNames();
  const isNew = !names.includes(NAME);
  const former = isNew ? await readFormer(names) : undefined;
  const takeBack = isNew ? await noteCreation(former !== undefined) : undefined;
  const database = await openOrUndo(former, takeBack);
  if (!ALL.every(name => database.objectStoreNames.contains(name))) {
    database.close();
    throw new DOMException('a store is missing', 'DataError');
  }
  await Promise.all([dropFormer(names), dropKeysBut((await database.get('token', ONLY))?.session, names)]);
  return database;
}

async function openOrUndo(former: FormerRows | undefined, takeBack?: () => Promise<void>): Promise<VaultedDatabase> {
  try {
    return await openDB<VaultedSchema>(NAME, VERSION, {
      upgrade(created, oldVersion, _newVersion, upgrade) {
        // Version 1 had everything but what is found out about the site.
        if (oldVersion < 1) migrate(created, 0, undefined, upgrade);
        created.createObjectStore('radar');
        if (former) takeOver(upgrade, former);
      },
      // A worker of a newer release wants to upgrade: an open connection would block it for good.
      blocking: () => void closeVaultDatabase(),
      terminated: () => forget(connection),
    });
  } catch (error) {
    // None was created.
    await takeBack?.().catch(() => undefined);
    throw error;
  }
}

/** Deletes everything that is stored, so that the next opening begins with a new store. False: something could not be deleted. */
export async function discardDatabases(): Promise<boolean> {
  await closeVaultDatabase();
  const names = await databaseNames().catch(() => [NAME]);
  const gone = await Promise.all(names.map(deleteDatabase));
  return gone.every(Boolean);
}

function forget(closed: Promise<VaultedDatabase> | undefined): void {
  if (connection === closed) connection = undefined;
}
