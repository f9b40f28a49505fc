import type { Page } from 'puppeteer-core';
import { discardInFirefox, type RunInBrowser } from './in-firefox.ts';

/** The tabs of all windows: a question of the extension's own is in a small one. */
const TABS = `[...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) => gBrowser?.tabs ?? [])`;

/** The browser's tabs, also those that the extension has opened. */
export function tabControls(inBrowser: RunInBrowser) {
  const closeTab = async (url: string) => {
    const tab = `${TABS}.findLast(tab => tab.linkedBrowser.currentURI.spec === ${JSON.stringify(url)})`;
    // It may have closed itself.
    await inBrowser(`(tab => tab && tab.ownerDocument.defaultView.gBrowser.removeTab(tab))(${tab})`);
  };
  return {
    discardTab: (address: string) => discardInFirefox(inBrowser, address),
    openTabs: async () =>
      (await inBrowser(`${TABS}.map(tab => tab.linkedBrowser.currentURI.spec).join(" ")`)).split(' '),
    closeTab,
    // The tab has changed its process, and with it the name under which it could be closed.
    closeExtensionPage: async (page: Page) => {
      // It may have closed itself.
      const url = await page.evaluate(() => location.href).catch(() => undefined);
      if (url) await closeTab(url);
    },
  };
}
