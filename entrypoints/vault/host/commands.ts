import { browser } from 'wxt/browser';
import type { CommandKeys } from './vault-host';

const NAMES = { 'toggle-version': 'toggle', 'open-vault': 'open', 'search-vault': 'search' } as const;

/** Firefox for Android has no commands. */
export async function readCommands(): Promise<CommandKeys[]> {
  const all = (await browser.commands?.getAll().catch(() => [])) ?? [];
  return Object.entries(NAMES).flatMap(([id, name]) => {
    const command = all.find(each => each.name === id);
    return command ? [{ name, keys: command.shortcut ?? '' }] : [];
  });
}

/** Chromium's page has an address; Firefox opens its own when it is asked. */
export async function changeCommands(): Promise<void> {
  if (!browser.commands) return;
  const own: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  if (typeof own === 'function') await own.call(browser.commands);
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
