import { browser } from 'wxt/browser';
import { readSettings, type Settings } from './settings';

const KEY = 'vaulted-settings';

/**
 * The user's choices now; the defaults where nothing is stored or storage fails. The popup writes; the background hands them to the pages,
 * because content scripts can't open this storage in Chromium. They outlive a sign-out: nothing in them is about an account. Never rejects.
 */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return readSettings(undefined);
  }
}

/** Keeps the settings. Rejects where the browser's storage does. */
export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

/** Calls `changed` whenever other settings were saved. */
export function watchSettings(changed: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener(changes => {
    const change = changes[KEY];
    if (change) changed(readSettings(change.newValue));
  });
}
