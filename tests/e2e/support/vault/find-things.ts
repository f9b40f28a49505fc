import type { Page } from 'puppeteer-core';

/** Versions in the vault, by what was found out about them; `newer` is the one that was added in place of `swapped`. */
type Found = { gone: number; old: number; swapped: number; newer: number };

/**
 * Writes what days of comparing would have found, from a page of the extension: one version is gone, one has a newer one, and a swap is
 * half done. What `found` doesn't name is one of the first four items.
 */
export async function findThings(page: Page, found?: Partial<Found>): Promise<void> {
  await page.evaluate(
    wanted =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('vaulted-vault');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(['items', 'radar'], 'readwrite');
          const reading = transaction.objectStore('items').getAll();
          reading.onsuccess = () => {
            const items: { versionId: number; modelId: number }[] = reading.result.map(item => ({
              versionId: item.modelVersionId,
              modelId: item.modelId,
            }));
            const pick = (id: number | undefined, place: number) =>
              items.find(each => each.versionId === id) ?? items[place];
            const [swapped, newer] = [pick(wanted?.swapped, 2), pick(wanted?.newer, 3)];
            const row = {
              ...{ askedAt: Date.now(), endedPassOf: Date.now(), modelsAtOnce: 20, suspects: [], controls: {} },
              absences: [{ ...pick(wanted?.gone, 0), since: 1, isGone: true }],
              newer: [{ ...pick(wanted?.old, 1), newerId: 999_999, newerName: 'v99.0', sizeKb: 2_048 }],
              swaps: [{ versionId: swapped?.versionId, newerId: newer?.versionId, newerName: 'v2.0' }],
            };
            transaction.objectStore('radar').put(row, 'only');
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    found,
  );
}
