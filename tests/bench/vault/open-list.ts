import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/**
 * Opens the vault page; `ms` by its own clock, from the start of navigation to the frame that shows the list. That frame has rows and
 * says that it has all `total` of them.
 */
export async function openList(browser: TestBrowser, total: number): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(count => {
    const look = (): void => {
      const isWhole = document.querySelector(`[role="grid"][aria-rowcount="${count + 1}"] [data-id]`) !== null;
      if (isWhole) Object.assign(window, { openedAfter: performance.now() });
      else requestAnimationFrame(lookAfterPaint);
    };
    // A message that is sent before a frame's layout and painting arrives after them.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = look;
    const lookAfterPaint = () => port2.postMessage('painted?');
    requestAnimationFrame(lookAfterPaint);
  }, total);
  await browser.engine.openExtensionPage(page, 'vault.html');
  const openedAfter = await until('the list', () => page.evaluate(() => Reflect.get(window, 'openedAfter')), {
    timeoutMs: 60_000,
  });
  return { page, ms: Number(openedAfter) };
}
