import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** `page`: it has the whole list. `ms`: to the frame that has rows and says how many there are. `wholeMs`: to the one that has them all. */
type OpenedList = { page: Page; ms: number; wholeMs: number };

/** Opens the vault page and waits for its list of `total` items; ms by the page's own clock, from the start of navigation. */
export async function openList(browser: TestBrowser, total: number): Promise<OpenedList> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(count => {
    const look = (): void => {
      const isOpen = document.querySelector(`[role="grid"][aria-rowcount="${count + 1}"] [data-id]`) !== null;
      const isWhole = isOpen && document.querySelector('.summary [aria-busy="true"]') === null;
      if (isOpen && !Reflect.has(window, 'openedAfter')) Object.assign(window, { openedAfter: performance.now() });
      if (isWhole) Object.assign(window, { wholeAfter: performance.now() });
      else requestAnimationFrame(lookAfterPaint);
    };
    // A message that is sent before a frame's layout and painting arrives after them.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = look;
    const lookAfterPaint = () => port2.postMessage('painted?');
    requestAnimationFrame(lookAfterPaint);
  }, total);
  await browser.engine.openExtensionPage(page, 'vault.html');
  const wholeAfter = await until('the list', () => page.evaluate(() => Reflect.get(window, 'wholeAfter')), {
    timeoutMs: 60_000,
  });
  return {
    page,
    ms: await page.evaluate(() => Number(Reflect.get(window, 'openedAfter'))),
    wholeMs: Number(wholeAfter),
  };
}
