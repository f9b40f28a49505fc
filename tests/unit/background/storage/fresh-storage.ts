import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeVaultDatabase } from '@/entrypoints/background/storage/database';

/** Storage as after the installation. */
export async function freshStorage(): Promise<void> {
  await closeVaultDatabase();
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
}
