import { beforeEach, describe, expect, it } from 'vitest';
import { readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from './fresh-storage';

const KEY = '0123456789abcdef0123456789abcdef';

beforeEach(freshStorage);

describe('a database of version 4', () => {
  it('gets the history, and keeps all that it holds', async () => {
    const journalRow = { versionId: version(7), unannounced: true };
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('vaulted', 4);
      opening.onupgradeneeded = () => {
        for (const name of ['token', 'account', 'sync']) opening.result.createObjectStore(name);
        for (const name of ['journal', 'facts', 'cooldowns', 'items'])
          opening.result.createObjectStore(name, { keyPath: name === 'items' ? 'id' : 'versionId' });
        opening.transaction?.objectStore('token').put({ key: KEY, session: 'old' }, 'only');
        opening.transaction?.objectStore('journal').put(journalRow);
      };
      opening.onsuccess = () => resolve(opening.result.close());
      opening.onerror = () => reject(opening.error);
    });
    expect([...(await openVaultDatabase()).objectStoreNames]).toContain('history');
    expect([await readToken(), await (await openVaultDatabase()).getAll('journal')]).toEqual([
      { key: KEY, session: 'old' },
      [journalRow],
    ]);
  });
});
