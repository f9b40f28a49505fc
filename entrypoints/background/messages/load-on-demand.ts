import { browser } from 'wxt/browser';

/** Runs the on-demand script in a tab's page. Rejects where the page has gone, or the user has withheld the site. */
export async function loadOnDemandScript(tabId: number | undefined): Promise<Record<string, never>> {
  if (tabId === undefined) throw new Error('Only a tab has a page to look at');
  await browser.scripting.executeScript({ target: { tabId }, files: ['/on-demand.js'] });
  return {};
}
