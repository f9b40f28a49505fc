import { browser } from 'wxt/browser';
import type { BrowserFamily } from './popup-host';

/** Whether the extension's icon is in the toolbar; `undefined` where the browser doesn't say, or has none. */
export async function isPinned(): Promise<boolean | undefined> {
  try {
    return (await browser.action.getUserSettings()).isOnToolbar;
  } catch {
    // An older browser, or one without a toolbar.
    return undefined;
  }
}

/** Only Firefox tells an extension which browser it runs in. */
export function family(): BrowserFamily {
  return 'getBrowserInfo' in browser.runtime ? 'firefox' : 'chromium';
}

/** Closes the tab that this page was opened in. */
export async function closeTab(): Promise<void> {
  try {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  } catch {
    // The tab is closed already.
  }
}

/** Opens this page in a tab, which stays open while the user is on the site. */
export async function openTab(): Promise<void> {
  try {
    await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}?tab` });
    window.close();
  } catch {
    // The window has closed, and this popup with it.
  }
}

/** Reloads the page in a tab, where the extension doesn't run yet. */
export async function reloadTab(tabId: number): Promise<void> {
  try {
    await browser.tabs.reload(tabId);
  } catch {
    // The tab has closed: the next question is about another.
  }
}
