import { browser } from 'wxt/browser';
import { readSettings, type Settings } from './settings';

const KEY = 'vaulted-settings';

/**
 * The user's choices; the defaults where nothing is stored or storage fails, so it never rejects. The background sends them to tabs,
 * because content scripts can't read this storage in Chromium.
 */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return readSettings(undefined);
  }
}

/** Stores the settings. Rejects where the browser's storage does. */
export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

/** Calls `onChange` whenever settings were saved. */
export function watchSettings(onChange: (settings: Settings) => void): void {
  browser.storage.local.onChanged.addListener(changes => {
    const change = changes[KEY];
    if (change) onChange(readSettings(change.newValue));
  });
}
