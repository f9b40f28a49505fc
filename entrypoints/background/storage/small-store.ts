import { browser } from 'wxt/browser';
import { createSlots } from '@/entrypoints/background/timing/single-flight';
import { isRecord } from '@/utils/is-record';
import { openVaultDatabase } from './database';
import type { CooldownRow, JournalRow } from './rows';
import type { StoredAccount, VaultedDatabase } from './schema';
import { noteCreation } from './store-age';
import { isRefused, noteSmallStore } from './verdict';

/**
 * What has to outlive the worker where the browser refuses the database. It is in `storage.session`, which no content script can read,
 * and goes when the browser closes; the vault's list and the history are too large for it.
 */
export type SmallStore = { account?: StoredAccount; journal: JournalRow[]; cooldowns: CooldownRow[] };

const KEY = 'vaulted-small-store';
const inTurn = createSlots(1);

/**
 * Uses the database, or what `otherwise` does where the browser refuses one. Rejects where the database can't be opened for another
 * reason.
 */
export async function withDatabase<T>(
  use: (database: VaultedDatabase) => Promise<T>,
  otherwise: () => T | Promise<T>,
): Promise<T> {
  let database: VaultedDatabase;
  try {
    database = await openVaultDatabase();
  } catch (error) {
    if (isRefused()) return otherwise();
    throw error;
  }
  return use(database);
}

/** Rejects where `storage.session` is refused as well: then there is no place for a key either. */
export async function readSmallStore(): Promise<SmallStore> {
  return (await read()) ?? EMPTY;
}

/** Changes the store, one change at a time. It is kept when this resolves. */
export function changeSmallStore<T>(change: (small: SmallStore) => { next: SmallStore; value: T }): Promise<T> {
  return inTurn(async () => {
    const before = await read();
    // What another store, or this one before the browser closed, knew of what was sent is lost.
    if (!before) await noteCreation(false);
    const { next, value } = change(before ?? EMPTY);
    await browser.storage.session.set({ [KEY]: next });
    return value;
  });
}

const EMPTY: SmallStore = { journal: [], cooldowns: [] };

async function read(): Promise<SmallStore | undefined> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  noteSmallStore();
  return isSmallStore(stored) ? stored : undefined;
}

function isSmallStore(value: unknown): value is SmallStore {
  return isRecord(value) && Array.isArray(value.journal) && Array.isArray(value.cooldowns);
}
