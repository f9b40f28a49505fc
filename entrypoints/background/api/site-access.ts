import { browser } from 'wxt/browser';

const API_HOST = { origins: ['https://civitai.com/*'] };

/** Whether the browser lets the extension reach the API: in Firefox its user may withhold the site. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains(API_HOST);
}
