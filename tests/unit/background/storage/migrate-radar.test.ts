import { beforeEach, expect, it } from 'vitest';
import { FIRST_RADAR, readRadar } from '@/entrypoints/background/radar/radar-rows';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { freshStorage } from './fresh-storage';

beforeEach(freshStorage);

const STORES = ['token', 'account', 'journal', 'facts', 'items', 'sync', 'history', 'cooldowns'];

it('a database of version 1 gets the place for what the site still has, and keeps all that it holds', async () => {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('vaulted-vault', 1);
    opening.onupgradeneeded = () => {
      for (const name of STORES) opening.result.createObjectStore(name);
      for (const name of STORES) opening.transaction?.objectStore(name).put({ kept: name }, 1);
    };
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = () => reject(opening.error);
  });
  const database = await openVaultDatabase();
  expect([...database.objectStoreNames]).toEqual([...STORES, 'radar'].sort());
  expect(await readRadar()).toEqual(FIRST_RADAR);
  expect(await database.getAll('history')).toEqual([{ kept: 'history' }]);
  expect(await database.getAll('journal')).toEqual([{ kept: 'journal' }]);
});
