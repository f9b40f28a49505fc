import { browser } from 'wxt/browser';

/** Opens the popup's page in a tab, where a key can be pasted without it closing. */
export async function openSignIn(): Promise<undefined> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}?tab` });
  return undefined;
}

/**
 * Asks for a key once, when Vaulted is installed. The browser's own start wakes the worker, so that a key of the last run is forgotten
 * without a page that asks. To be called while the worker starts.
 */
export function watchInstallation(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openSignIn();
  });
  browser.runtime.onStartup.addListener(() => undefined);
}
