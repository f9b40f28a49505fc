import { openDB } from 'idb';
import { migrate } from './migrate';
import type { VaultedDatabase, VaultedSchema } from './schema';

const NAME = 'vaulted';
const VERSION = 5;

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

async function connect(): Promise<VaultedDatabase> {
  return openDB<VaultedSchema>(NAME, VERSION, {
    upgrade: migrate,
    // A worker of a newer release wants to upgrade: an open connection would block it for good.
    blocking: () => void closeVaultDatabase(),
    terminated: () => forget(connection),
  });
}

function forget(closed: Promise<VaultedDatabase> | undefined): void {
  if (connection === closed) connection = undefined;
}
