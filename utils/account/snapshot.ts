import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import type { Snapshot } from './account';
import { SEEN } from './seen-concern';

const SNAPSHOT = 'vaulted-snapshot';
const STOCK = 'vaulted-stock';

/** The first is forgotten with the browser: it keeps what belongs to a key that is kept no longer. */
const areas = () => [browser.storage.session, browser.storage.local];

function isOwned(value: unknown): value is { session: string } {
  return isRecord(value) && 'session' in value;
}

function isSnapshot(value: unknown): value is Snapshot {
  return isOwned(value) && 'asOf' in value;
}

function isStock(value: unknown): value is VaultSummary {
  return isOwned(value) && 'types' in value;
}

/** What each area holds under these names. */
async function read(...keys: string[]): Promise<Record<string, unknown>[]> {
  return Promise.all(areas().map(area => area.get(keys)));
}

function firstOf<T>(held: Record<string, unknown>[], key: string, isValue: (value: unknown) => value is T): T | null {
  return held.map(values => values[key]).find(isValue) ?? null;
}

function write(key: string, value: Snapshot | VaultSummary, isBrief = false): Promise<void> {
  return browser.storage[isBrief ? 'session' : 'local'].set({ [key]: value });
}

/**
 * The last known figures, so that the popup opens with them at once. The background writes, pages read and watch.
 * In Firefox content scripts can read `storage.local`, too: nothing in it is secret. `null` = nobody is signed in, or nothing is known yet.
 */
export const storedSnapshot = {
  getValue: async () => firstOf(await read(SNAPSHOT), SNAPSHOT, isSnapshot),
  setValue: (snapshot: Snapshot): Promise<void> => write(SNAPSHOT, snapshot, snapshot.isBrief),
};

/** The same for what the vault holds. */
export const storedSummary = {
  getValue: async () => firstOf(await read(STOCK), STOCK, isStock),
  setValue: (stock: VaultSummary, isBrief?: boolean): Promise<void> => write(STOCK, stock, isBrief),
  /** Forgets it if it is of that sign-in. */
  async removeOf(session: string): Promise<void> {
    const stock = await storedSummary.getValue();
    if (stock?.session === session) await Promise.all(areas().map(area => area.remove(STOCK)));
  },
};

/** Last known figures; the two can be of different accounts while one signs out and another in. */
export type Figures = { snapshot: Snapshot | undefined; stock: VaultSummary | undefined };

/** Both in as few questions as there are areas: each one that the popup waits for delays its first frame. Rejects as the browser's storage does. */
export async function readFigures(): Promise<Figures> {
  const held = await read(SNAPSHOT, STOCK);
  return {
    snapshot: firstOf(held, SNAPSHOT, isSnapshot) ?? undefined,
    stock: firstOf(held, STOCK, isStock) ?? undefined,
  };
}

/** Forgets both, and what was seen of them. */
export async function removeFigures(): Promise<void> {
  await Promise.all(areas().map(area => area.remove([SNAPSHOT, STOCK, SEEN])));
}
