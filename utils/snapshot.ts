import { browser } from 'wxt/browser';
import type { Snapshot } from './account';
import { SEEN } from './seen';
import type { Stock } from './stock';

const SNAPSHOT = 'vaulted-snapshot';
const STOCK = 'vaulted-stock';

/** The first is forgotten with the browser: it keeps what belongs to a key that is kept no longer. */
const areas = () => [browser.storage.session, browser.storage.local];

function isOwned(value: unknown): value is { session: string } {
  return typeof value === 'object' && value !== null && 'session' in value;
}

function isSnapshot(value: unknown): value is Snapshot {
  return isOwned(value) && 'asOf' in value;
}

function isStock(value: unknown): value is Stock {
  return isOwned(value) && 'types' in value;
}

async function read<T>(key: string, isValue: (value: unknown) => value is T): Promise<T | null> {
  const found: unknown[] = await Promise.all(areas().map(async area => (await area.get(key))[key]));
  return found.find(isValue) ?? null;
}

function write(key: string, value: Snapshot | Stock, isBrief = false): Promise<void> {
  return browser.storage[isBrief ? 'session' : 'local'].set({ [key]: value });
}

/**
 * The last known figures, so that the popup opens with them at once. The background writes, pages read and watch.
 * In Firefox content scripts can read `storage.local`, too: nothing in it is secret. `null` = nobody is signed in, or nothing is known yet.
 */
export const storedSnapshot = {
  getValue: () => read(SNAPSHOT, isSnapshot),
  setValue: (snapshot: Snapshot): Promise<void> => write(SNAPSHOT, snapshot, snapshot.isBrief),
};

/** The same for what the vault holds. */
export const storedStock = {
  getValue: () => read(STOCK, isStock),
  setValue: (stock: Stock, isBrief?: boolean): Promise<void> => write(STOCK, stock, isBrief),
};

/** Forgets both, and what was seen of them. */
export async function removeFigures(): Promise<void> {
  await Promise.all(areas().map(area => area.remove([SNAPSHOT, STOCK, SEEN])));
}
