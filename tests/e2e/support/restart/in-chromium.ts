import type { Browser } from 'puppeteer-core';
import { until } from '@/tests/e2e/support/wait.ts';

/**
 * Does to the extension what a button on chrome://extensions does, and waits for its new state. Without developer mode Chromium would
 * leave an unpacked extension disabled.
 */
async function onExtensionsPage(browser: Browser, id: string, act: string, state: 'ENABLED' | 'DISABLED') {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.evaluate(act);
  await until(`the extension to be ${state}`, () =>
    page.evaluate(`chrome.developerPrivate.getExtensionInfo('${id}').then(({ state }) => state === '${state}')`),
  );
  await page.close();
}

/** What ends the extension's life in Chromium, and begins the next one. */
export function restartControls(browser: Browser, id: () => string) {
  return {
    reload: () =>
      onExtensionsPage(browser, id(), `chrome.developerPrivate.reload('${id()}', { failQuietly: false })`, 'ENABLED'),
    setEnabled: (isEnabled: boolean) =>
      onExtensionsPage(
        browser,
        id(),
        `chrome.management.setEnabled('${id()}', ${isEnabled})`,
        isEnabled ? 'ENABLED' : 'DISABLED',
      ),
  };
}
