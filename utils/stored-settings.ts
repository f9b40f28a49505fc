import { storage } from 'wxt/utils/storage';
import { readSettings, type Settings } from './settings';

/**
 * The user's choices. The popup writes; the background hands them to the pages, because content scripts can't open this storage in
 * Chromium. They outlive a sign-out: nothing in them is about an account.
 */
const stored = storage.defineItem<unknown>('local:vaulted-settings');

/** The settings now; the defaults where nothing is stored or storage fails. Never rejects. */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings(await stored.getValue());
  } catch {
    return readSettings(undefined);
  }
}

/** Keeps the settings. Rejects where the browser's storage does. */
export async function saveSettings(settings: Settings): Promise<void> {
  await stored.setValue(settings);
}

/** Calls `changed` whenever a page of the extension has saved other settings. Returns the function that stops it. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return stored.watch(value => changed(readSettings(value)));
}
