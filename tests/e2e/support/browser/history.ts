import type { Page } from 'puppeteer-core';
import { until } from '@/tests/e2e/support/wait.ts';

/** Goes through the tab's history and waits for the address, not for `load`: the back/forward cache fires none. */
export async function travel(page: Page, steps: number, isThere: (url: URL) => boolean): Promise<void> {
  await page.evaluate(count => {
    setTimeout(() => history.go(count), 0);
  }, steps);
  await until(`${steps < 0 ? 'back' : 'forward'} to arrive`, async () => {
    return isThere(new URL(await page.evaluate(() => location.href)));
  });
}
