/** A deletion waits until every connection is closed; one that hangs must not hold the worker up. */
const MAX_WAIT_MS = 2_000;

/** The names of all databases of the extension. */
export async function databaseNames(): Promise<string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
}

/**
 * Deletes a database. Never rejects. False: it failed or is blocked for now; then the browser deletes it once the last connection is
 * closed, and the next start of the worker tries again.
 */
export function deleteDatabase(name: string): Promise<boolean> {
  return new Promise(resolve => {
    setTimeout(() => resolve(false), MAX_WAIT_MS);
    try {
      const deletion = indexedDB.deleteDatabase(name);
      deletion.onsuccess = () => resolve(true);
      deletion.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
