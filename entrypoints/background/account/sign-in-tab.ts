import { browser } from 'wxt/browser';
import { createSingleFlight } from '@/entrypoints/background/timing/single-flight';

const once = createSingleFlight<undefined>();
let lastTab: number | undefined;

/**
 * Opens the popup's page in a tab, where a key can be pasted without it closing. One that is open already comes to the front. `isToChange`:
 * the user wanted to change a vault that is read with the site's login, and the page says that this takes a key.
 */
export function openSignIn(isToChange = false): Promise<undefined> {
  return once('tab', async () => {
    const tab = `${browser.runtime.getURL('/popup.html')}?tab`;
    const url = isToChange ? `${tab}&change` : tab;
    const [found] = await browser.tabs.query({ url: [tab, `${tab}&change`] }).catch(() => []);
    const open = found ?? (await openingTab());
    if (open?.id === undefined) lastTab = (await browser.tabs.create({ url })).id;
    else {
      await browser.tabs.update(open.id, { active: true, ...(isToChange && { url }) });
      // Firefox for Android has no windows.
      if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
    }
    return undefined;
  });
}

/** The tab that was just made: until its page is there, no query finds it. */
async function openingTab() {
  const tab = lastTab === undefined ? undefined : await browser.tabs.get(lastTab).catch(() => undefined);
  return tab?.status === 'loading' ? tab : undefined;
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
