import { browser } from 'wxt/browser';

/** Opens the popup's page in a tab, where a key can be pasted without it closing. One that is open already comes to the front. */
export async function openSignIn(): Promise<undefined> {
  const url = `${browser.runtime.getURL('/popup.html')}?tab`;
  const [open] = await browser.tabs.query({ url }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { active: true });
    // Firefox for Android has no windows.
    if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
  }
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
