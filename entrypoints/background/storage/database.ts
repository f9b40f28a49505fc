import { openDB } from 'idb';
import { dropFormer, type FormerRows, readFormer, takeOver } from './former-database';
import { dropKeysBut } from './key-store';
import { migrate, type Upgrade } from './migrate';
import { ONLY, type VaultedDatabase, type VaultedSchema } from './schema';

const NAME = 'vaulted-vault';
const VERSION = 1;

let connection: Promise<VaultedDatabase> | undefined;

/** The one connection, opened when first needed and again after it was closed. Rejects where the browser refuses storage. */
export function openVaultDatabase(): Promise<VaultedDatabase> {
  if (connection) return connection;
  const opening = connect();
  connection = opening;
  opening.catch(() => forget(opening));
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
  const former = await readFormer();
  const database = await openDB<VaultedSchema>(NAME, VERSION, {
    upgrade: (created, _oldVersion, _newVersion, upgrade) => create(created, upgrade, former),
    // A worker of a newer release wants to upgrade: an open connection would block it for good.
    blocking: () => void closeVaultDatabase(),
    terminated: () => forget(connection),
  });
  await Promise.all([dropFormer(), dropKeysBut((await database.get('token', ONLY))?.session)]);
  return database;
}

function create(database: VaultedDatabase, upgrade: Upgrade, former: FormerRows | undefined): void {
  migrate(database, 0, undefined, upgrade);
  if (former) takeOver(upgrade, former);
}

function forget(closed: Promise<VaultedDatabase> | undefined): void {
  if (connection === closed) connection = undefined;
}
