import { browser } from 'wxt/browser';
import type { BrowserFamily } from './popup-host';

/** Whether the extension's icon is in the toolbar; `undefined` where the browser doesn't say, or has none. */
export async function isPinned(): Promise<boolean | undefined> {
  try {
    return (await browser.action.getUserSettings()).isOnToolbar;
  } catch {
    // An older browser, or one without a toolbar.
    return undefined;
  }
}

/** Only Firefox tells an extension which browser it runs in. */
export function family(): BrowserFamily {
  return 'getBrowserInfo' in browser.runtime ? 'firefox' : 'chromium';
}
