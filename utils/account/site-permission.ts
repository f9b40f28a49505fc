import { browser } from 'wxt/browser';

const SITE = { origins: ['https://civitai.com/*', 'https://civitai.red/*'] };

/** Whether the extension may use the site's pages and its API; the browser's user can withhold that. Never rejects. */
export async function hasSiteAccess(): Promise<boolean> {
  try {
    return await browser.permissions.contains(SITE);
  } catch {
    return true;
  }
}

/** Asks the user for access; call it in a click, before anything is awaited. Never rejects. */
export async function requestSiteAccess(): Promise<boolean> {
  try {
    return await browser.permissions.request(SITE);
  } catch {
    return false;
  }
}
