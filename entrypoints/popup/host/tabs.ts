import { browser } from 'wxt/browser';

/** Closes the tab that this page is in. */
export async function closeTab(): Promise<void> {
  try {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  } catch {
    // The tab is closed already.
  }
}

/** Opens the popup as a tab, to sign in, and closes this one. */
export async function openTab(): Promise<void> {
  try {
    await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}?tab` });
    window.close();
  } catch {
    // The window has closed, and this popup with it.
  }
}

/** Loads the tab again, so that its page has what an update has brought. */
export async function reloadTab(tabId: number): Promise<void> {
  try {
    await browser.tabs.reload(tabId);
  } catch {
    // The tab has closed: the next question is about another.
  }
}
