import { browser } from 'wxt/browser';

/** Opens the popup's page in a tab, where a key can be pasted without it closing. */
export async function openSignIn(): Promise<undefined> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}?tab` });
  return undefined;
}

/**
 * The first thing that Vaulted needs is a key: it is asked for once, when Vaulted is installed. The browser's own start wakes the
 * worker, so that what was to be forgotten with the last one does not wait for somebody to look. To be called while it starts.
 */
export function watchInstallation(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openSignIn();
  });
  browser.runtime.onStartup.addListener(() => undefined);
}
