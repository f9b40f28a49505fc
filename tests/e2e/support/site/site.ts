import type { Page } from 'puppeteer-core';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** Scrolls the index until the model's card is there, and clicks it: a client navigation. */
export async function clickCard(page: Page, modelId: number): Promise<void> {
  const selector = `a[href^="/models/${modelId}/"], a[href="/models/${modelId}"]`;
  await until(`the card of model ${modelId}`, () =>
    page.evaluate(wanted => {
      if (document.querySelector(wanted)) return true;
      // Cards are filled a moment after their rows stand: who scrolls on before passes them by.
      const isFilled = [...document.querySelectorAll('.scroll-area a[href^="/models/"]')].some(link => {
        const { top, bottom, height } = link.getBoundingClientRect();
        return height > 0 && bottom > 0 && top < innerHeight;
      });
      if (!isFilled) return false;
      const scroller = document.querySelector('#main .scroll-area, .scroll-area');
      scroller?.scrollBy({ top: innerHeight, behavior: 'instant' });
      return false;
    }, selector),
  );
  await clickCentre(page, selector);
}

/** The document's own start: a client navigation keeps it, a load does not. */
export async function documentId(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}
