/** The contents of a database, by store; rows of stores without a key of their own stand under `only`. */
export type FormerContents = { [store: string]: readonly object[] };

/**
 * Puts a database of an earlier release (version 1, 2 or 3) in place of the one that is there. It uses nothing from outside of itself,
 * so that a browser's page can run it.
 */
export async function writeFormerDatabase(version: number, contents: FormerContents): Promise<void> {
  const done = (request: IDBRequest) =>
    new Promise<void>((resolve, reject) => {
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  for (const name of ['vaulted', 'vaulted-vault']) await done(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open('vaulted', version);
  opening.onupgradeneeded = () => {
    const { result: database } = opening;
    for (const name of ['token', 'account', 'sync']) database.createObjectStore(name);
    for (const name of ['journal', 'facts']) database.createObjectStore(name, { keyPath: 'versionId' });
    if (version > 2) database.createObjectStore('quiet', { keyPath: 'versionId' });
    const items = database.createObjectStore('items', { keyPath: 'id' });
    items.createIndex('byVersion', 'modelVersionId');
    items.createIndex('byModel', 'modelId');
    if (version > 1) items.createIndex('byPass', 'seenIn');
  };
  await done(opening);
  const { result: database } = opening;
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  for (const [name, rows] of Object.entries(contents)) {
    const store = transaction.objectStore(name);
    for (const row of rows) store.put(row, store.keyPath === null ? 'only' : undefined);
  }
  await ended;
  database.close();
}

type Target = 'in' | 'out';

/** An intent as versions 1 to 3 kept it. */
export function formerIntent(target: Target, more: { posts?: number; thenIn?: boolean } = {}) {
  const confirmedAt = target === 'out' ? Date.now() : undefined;
  const counts = { posts: 0, tries: 0, contradicted: false, cause: undefined };
  return { target, askedAt: Date.now(), confirmedAt, thenIn: false, ...counts, ...more };
}

/** A request as versions 1 to 3 kept it. */
export function formerAttempt(
  meant: Target,
  more: { ageMs?: number; answer?: Target; usedKb?: number; sizeKb?: number },
) {
  const before: Target = meant === 'in' ? 'out' : 'in';
  const sent = { meant, before, sentAt: Date.now(), ageMs: 3_000 };
  const state = { answer: undefined, usedKb: undefined, sizeKb: undefined, seen: undefined, disputed: false };
  return { ...sent, ...state, ...more };
}

/** The key and the account of a user who was signed in. */
export function formerAccount(key: string, session: string): FormerContents {
  const account = { session, refused: false, keyTail: key.slice(-4), membership: 'member', canWrite: true };
  return { token: [{ key, session }], account: [account] };
}
