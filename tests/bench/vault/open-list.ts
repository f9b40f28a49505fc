import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** Opens the vault page; `ms` by its own clock, from the start of navigation until the list has all `total` items. */
export async function openList(browser: TestBrowser, total: number): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(count => {
    const watch = new MutationObserver(() => {
      const grid = document.querySelector('[role="grid"]');
      if (Number(grid?.getAttribute('aria-rowcount')) !== count + 1) return;
      watch.disconnect();
      Object.assign(window, { openedAfter: performance.now() });
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  }, total);
  await browser.engine.openExtensionPage(page, 'vault.html');
  const openedAfter = await until('the list', () => page.evaluate(() => Reflect.get(window, 'openedAfter')));
  return { page, ms: Number(openedAfter) };
}
