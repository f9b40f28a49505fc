import { browser } from 'wxt/browser';

/** Opens the popup's page in a tab, where a key can be pasted without it closing. */
export async function openSignIn(): Promise<undefined> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}?tab` });
  return undefined;
}
