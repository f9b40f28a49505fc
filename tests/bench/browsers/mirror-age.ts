import type { Page } from 'puppeteer-core';

/** Since when the mirror is whole, epoch ms; reads the database that the worker writes. With `olderMs` it is made older first. */
export async function syncedAt(probe: Page, olderMs = 0): Promise<number | undefined> {
  return probe.evaluate(async older => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Opened before the worker has made it, it would come into being empty.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'vaulted')) return undefined;
    const database = await done(indexedDB.open('vaulted'));
    try {
      const store = database.transaction('sync', older > 0 ? 'readwrite' : 'readonly').objectStore('sync');
      const [key] = await done(store.getAllKeys());
      const row = key !== undefined && (await done(store.get(key)));
      if (!row?.isWhole) return undefined;
      if (older > 0) await done(store.put({ ...row, syncedAt: row.syncedAt - older }, key));
      return Number(row.syncedAt) - older;
    } finally {
      database.close();
    }
  }, olderMs);
}
