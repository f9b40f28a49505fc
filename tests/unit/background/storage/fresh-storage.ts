import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeVaultDatabase } from '@/entrypoints/background/storage/database';
import { forgetOpening } from '@/entrypoints/background/storage/verdict';

/** Storage as after the installation. */
export async function freshStorage(): Promise<void> {
  await closeVaultDatabase();
  forgetOpening();
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
}
