import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const SCROLLER = '#main > .scroll-area';

/** A page in front that has hydrated: its hooks are there, and its buttons do something. */
export async function goodPage(browser: TestBrowser, url: string): Promise<Page> {
  const page = await browser.newPage(url);
  await page.waitForFunction(() => performance.getEntriesByName('Next.js-hydration').length > 0);
  return page;
}

export async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate(
    (selector, to) => document.querySelector(selector)?.scrollTo({ top: to, behavior: 'instant' }),
    SCROLLER,
    top,
  );
}

/** Scrolls down until that many cards have been passed, and up again in between; `check` is called at each stop. */
export async function scrollThrough(page: Page, cards: number, check: () => Promise<void>): Promise<void> {
  const stops: number[] = [];
  let top = 0;
  for (let seen = 0; seen < cards; ) {
    top += 2_500;
    await scrollTo(page, top);
    seen = await until('more rows', () =>
      page.evaluate(() => {
        const last = [...document.querySelectorAll<HTMLElement>('[data-index]')].at(-1);
        // A full row has as many cells as there are columns.
        const columns = document.querySelector('[data-index]')?.childElementCount ?? 0;
        return last ? Number(last.dataset.index) * columns : undefined;
      }),
    );
    await check();
    stops.push(top);
  }
  for (const stop of [top / 2, top / 3]) {
    await scrollTo(page, stop);
    await check();
  }
}
