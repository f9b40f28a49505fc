import { browser } from 'wxt/browser';
import type { Snapshot } from './account';

const KEY = 'vaulted-snapshot';

function isSnapshot(value: unknown): value is Snapshot {
  return typeof value === 'object' && value !== null && 'session' in value && 'asOf' in value;
}

/**
 * The last known figures, so that the popup opens with them at once. The background writes, pages read and watch.
 * In Firefox content scripts can read this, too: nothing in it is secret. `null` = nobody is signed in, or nothing is known yet.
 */
export const storedSnapshot = {
  async getValue(): Promise<Snapshot | null> {
    const value = (await browser.storage.local.get(KEY))[KEY];
    return isSnapshot(value) ? value : null;
  },
  setValue: (snapshot: Snapshot): Promise<void> => browser.storage.local.set({ [KEY]: snapshot }),
  removeValue: (): Promise<void> => browser.storage.local.remove(KEY),
};
