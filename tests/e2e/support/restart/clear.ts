import type { Browser } from 'puppeteer-core';
import type { RunInBrowser } from './in-firefox.ts';

/** Firefox's setting for the colours that pages take for the user's. */
export const SCHEME = 'layout.css.prefers-color-scheme.content-override';

/** Closes all tabs but a new one, and deletes what sites have stored. */
export async function clearChromium(browser: Browser): Promise<void> {
  const blank = await browser.newPage();
  for (const page of await browser.pages()) if (page !== blank) await page.close();
  const session = await blank.createCDPSession();
  await session.send('Network.clearBrowserCache');
  await session.send('Storage.clearCookies');
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  await session.detach();
}

/** The same in Firefox, which keeps the scheme for the whole browser. */
export async function clearFirefox(inBrowser: RunInBrowser): Promise<void> {
  await inBrowser(`Services.prefs.clearUserPref('${SCHEME}')`);
  const others = `[...Services.wm.getEnumerator('navigator:browser')].filter(other => other !== window)`;
  await inBrowser(`${others}.forEach(other => other.close())`);
  await inBrowser(`gBrowser.removeAllTabsBut(gBrowser.addTrustedTab('about:blank'))`);
  await inBrowser(
    `new Promise(done => Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done }))`,
  );
}
