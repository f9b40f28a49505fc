import { browser } from 'wxt/browser';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import type { Snapshot } from './account';
import { SEEN } from './seen-concern';
import { isSnapshot, isSummary } from './stored-figures';

const SNAPSHOT = 'vaulted-snapshot';
const SUMMARY = 'vaulted-stock';

type Values = Record<string, unknown>;

/** The session area comes first: it is empty after the browser has closed, and holds the figures of a key that is stored no longer. */
const areas = () => [browser.storage.session, browser.storage.local];

async function read(...keys: string[]): Promise<Values[]> {
  return Promise.all(areas().map(area => area.get(keys)));
}

function firstOf<T>(byArea: Values[], key: string, isValue: (value: unknown) => value is T): T | null {
  return byArea.map(values => values[key]).find(isValue) ?? null;
}

function write(key: string, value: Snapshot | VaultSummary, isBrief = false): Promise<void> {
  return browser.storage[isBrief ? 'session' : 'local'].set({ [key]: value });
}

/**
 * The last known figures; the background writes them, pages read them. Firefox lets content scripts read `storage.local`, so nothing
 * in it is secret.
 */
export const storedSnapshot = {
  /** `null` while the user is signed out, and before the first answer. */
  getValue: async () => firstOf(await read(SNAPSHOT), SNAPSHOT, isSnapshot),
  setValue: (snapshot: Snapshot): Promise<void> => write(SNAPSHOT, snapshot, snapshot.isBrief),
};

/** The last known summary of the vault's contents. */
export const storedSummary = {
  getValue: async () => firstOf(await read(SUMMARY), SUMMARY, isSummary),
  setValue: (summary: VaultSummary, isBrief?: boolean): Promise<void> => write(SUMMARY, summary, isBrief),
  /** Removes the summary if it is of that sign-in. */
  async removeOf(session: string): Promise<void> {
    const summary = await storedSummary.getValue();
    if (summary?.session === session) await Promise.all(areas().map(area => area.remove(SUMMARY)));
  },
};

/** Last known figures. The two can be of different accounts while the user changes from one to the other. */
export type Figures = { snapshot: Snapshot | undefined; summary: VaultSummary | undefined };

/** Reads both with one question for each area: the popup's first frame waits for them. Rejects as the browser's storage does. */
export async function readFigures(): Promise<Figures> {
  const byArea = await read(SNAPSHOT, SUMMARY);
  return {
    snapshot: firstOf(byArea, SNAPSHOT, isSnapshot) ?? undefined,
    summary: firstOf(byArea, SUMMARY, isSummary) ?? undefined,
  };
}

/** Removes both, and the concern that the user saw of them. */
export async function removeFigures(): Promise<void> {
  await Promise.all(areas().map(area => area.remove([SNAPSHOT, SUMMARY, SEEN])));
}
