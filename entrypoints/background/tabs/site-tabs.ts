import { browser } from 'wxt/browser';

/** Pages that may show marks. Host permissions are enough to find their tabs: the "tabs" permission is not needed. */
export const SITE_TABS = ['https://civitai.com/*', 'https://civitai.red/*'];

const SITE_PAGE = /^https:\/\/civitai\.(?:com|red)\//;

/** A tab with a page of the site. */
export type SiteTab = { id: number; isLoading: boolean };

/** The tab with this id, or the one in front; `undefined`: it has gone, or shows another site. */
export async function readSiteTab(tabId?: number): Promise<SiteTab | undefined> {
  const tab = await (tabId === undefined ? tabInFront() : browser.tabs.get(tabId)).catch(() => undefined);
  // The browser gives the addresses of permitted hosts alone.
  if (tab?.id === undefined || !SITE_PAGE.test(tab.url ?? '')) return undefined;
  return { id: tab.id, isLoading: tab.status === 'loading' };
}

async function tabInFront() {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
