import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { freshStorage } from './fresh-storage';

beforeEach(freshStorage);

it('the database of the first release keeps its key, and gets room for the mirror', async () => {
  const first = await openDB('vaulted', 1, {
    upgrade(database) {
      for (const name of ['token', 'account', 'sync']) database.createObjectStore(name);
      for (const name of ['journal', 'facts']) database.createObjectStore(name, { keyPath: 'versionId' });
      database.createObjectStore('items', { keyPath: 'id' }).createIndex('byVersion', 'modelVersionId');
    },
  });
  await first.put('token', { key: 'abc', session: 's' }, 'only');
  first.close();
  const database = await openVaultDatabase();
  expect(await readToken()).toEqual({ key: 'abc', session: 's' });
  expect([...database.transaction('items').store.indexNames]).toEqual(['byModel', 'byPass', 'byVersion']);
  expect([...database.objectStoreNames]).toContain('cooldowns');
});

it('the database of the second release keeps its mirror', async () => {
  const second = await openDB('vaulted', 2, {
    upgrade(database) {
      for (const name of ['token', 'account', 'sync']) database.createObjectStore(name);
      for (const name of ['journal', 'facts']) database.createObjectStore(name, { keyPath: 'versionId' });
      database.createObjectStore('items', { keyPath: 'id' });
    },
  });
  await second.put('items', { id: 7 });
  second.close();
  const database = await openVaultDatabase();
  expect(await database.count('items')).toBe(1);
  expect(await database.count('cooldowns')).toBe(0);
});
