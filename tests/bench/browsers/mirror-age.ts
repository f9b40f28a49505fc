import type { Page } from 'puppeteer-core';

/**
 * Since when the mirror is whole, epoch ms; reads the database that the worker writes. With `setTo` (epoch ms) it is made so old first.
 */
export async function syncedAt(probe: Page, setTo?: number): Promise<number | undefined> {
  return probe.evaluate(async at => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Opened before the worker has made it, it would come into being empty. An older build's has the second name.
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const name = ['vaulted-vault', 'vaulted'].find(each => names.includes(each));
    if (name === undefined) return undefined;
    const database = await done(indexedDB.open(name));
    try {
      const store = database.transaction('sync', at === undefined ? 'readonly' : 'readwrite').objectStore('sync');
      const [key] = await done(store.getAllKeys());
      const row = key !== undefined && (await done(store.get(key)));
      if (!row?.isWhole) return undefined;
      if (at === undefined) return Number(row.syncedAt);
      await done(store.put({ ...row, syncedAt: at }, key));
      return at;
    } finally {
      database.close();
    }
  }, setTo);
}
