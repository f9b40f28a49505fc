import { openDB } from 'idb';
import { databaseNames, deleteDatabase } from './delete-database';
import { ONLY } from './schema';

/** Each key has a database of its own: only the bytes of a database that is deleted as a whole leave the browser's files at once. */
const PREFIX = 'vaulted-key-';
const STORE = 'key';

function open(session: string) {
  return openDB<{ key: { key: typeof ONLY; value: string } }>(PREFIX + session, 1, {
    upgrade: database => void database.createObjectStore(STORE),
    blocking: (_current, _blocked, { target }) => target instanceof IDBDatabase && target.close(),
  });
}

/** Stores the key of a session. It is on the disk when this resolves. */
export async function writeKey(session: string, key: string): Promise<void> {
  const database = await open(session);
  try {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(key, ONLY), transaction.done]);
  } finally {
    database.close();
  }
}

/** The key of a session; `undefined`: it has none. */
export async function readKey(session: string): Promise<string | undefined> {
  const database = await open(session);
  try {
    return await database.get(STORE, ONLY);
  } finally {
    database.close();
  }
}

/** Deletes every key but that of the session that is signed in. Never rejects: the next start of the worker finishes it. `known`: the names of all databases. */
export async function dropKeysBut(session: string | undefined, known?: readonly string[]): Promise<void> {
  const names = known ?? (await databaseNames().catch((): string[] => []));
  const others = names.filter(name => name.startsWith(PREFIX) && name !== PREFIX + session);
  await Promise.all(others.map(deleteDatabase));
}
