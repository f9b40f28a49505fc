import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { reactErrors } from './browser.ts';
import { disagreements, scrollTo } from './shown.ts';
import { stageSite } from './site-stage.ts';

const site = stageSite();

/** Position and height of every row, which must be those of the cards in it. */
const rowsOf = (page: Page) =>
  page.$$eval('[data-index]', rows =>
    rows.map(row => ({ index: Number(row.getAttribute('data-index')), cards: row.children.length, ...boxOf(row) })),
  );

async function withBoxes(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, 'boxOf', (element: HTMLElement) => ({
      height: element.offsetHeight,
      transform: element.style.transform,
      position: getComputedStyle(element).position,
      display: getComputedStyle(element).display,
    }));
  });
}
declare function boxOf(element: Element): { height: number; transform: string; position: string; display: string };

describe('the feed (site-facts.md A.0, A.1)', () => {
  it('is made of measured rows, placed one below the other, with as many columns as fit', async () => {
    const { page, complaints } = await site.openFeed();
    await withBoxes(page);
    const rows = await rowsOf(page);
    expect(rows.length).toBeGreaterThan(4);
    let start = 0;
    for (const [place, row] of rows.entries()) {
      expect(row).toMatchObject({ index: place, cards: 3, position: 'absolute', display: 'grid' });
      expect(Number(/translateY\(([\d.]+)px\)/.exec(row.transform)?.[1])).toBeCloseTo(start, 0);
      start += row.height;
    }
    await page.evaluate(() => Reflect.set(window, 'row', document.querySelector('[data-index="0"]')));
    await page.setViewport({ width: 800, height: 900 });
    await page.waitForFunction(() => document.querySelector('[data-index="0"]')?.children.length === 2);
    // With another first card or number of columns, rows are other nodes; the first keeps its key.
    const isKept = () => Reflect.get(window, 'row') === document.querySelector('[data-index="0"]');
    expect(await page.evaluate(isKept)).toBe(true);
    expect(await disagreements(page)).toEqual([]);
    await page.setViewport({ width: 400, height: 900 });
    await page.waitForFunction(() => document.querySelector('[data-index="0"]')?.children.length === 1);
    expect(complaints).toEqual([]);
    await page.browserContext().close();
  });

  it('follows a row whose height somebody else has changed', async () => {
    const { page } = await site.openFeed();
    const startOf = () => document.querySelector<HTMLElement>('[data-index="1"]')?.style.transform ?? '';
    const before = await page.evaluate(startOf);
    await page.$eval('[data-index="0"]', row => row.append(document.createElement('p')));
    await page.$eval('[data-index="0"] > p', added => {
      added.style.height = '50px';
    });
    await page.waitForFunction(
      old => document.querySelector<HTMLElement>('[data-index="1"]')?.style.transform !== old,
      {},
      before,
    );
    await page.browserContext().close();
  });

  it('has frames around some cards and ads between them, which come and go', async () => {
    const { page } = await site.openFeed();
    const framed = '[data-index] > [class*="CosmeticWrapper"] > .card-root';
    expect(await page.$eval(framed, root => root.parentElement?.style.aspectRatio)).toBe('7 / 9');
    expect(await page.$eval(framed, root => root.getAttribute('style'))).toBeNull();
    await scrollTo(page, 1_200);
    await page.waitForSelector('[data-index] > .ad-unit .ad-box');
    await page.evaluate(() => window.__sandbox.showAds(false));
    await page.waitForFunction(() => !document.querySelector('.ad-unit'));
    expect(await disagreements(page)).toEqual([]);
    await page.browserContext().close();
  });

  it('goes on for more than 2,000 cards, with few of them in the page at any time', async () => {
    const { page, complaints } = await site.openFeed();
    await page.waitForFunction(
      () => {
        const area = document.querySelector('#main > .scroll-area');
        area?.scrollTo({ top: area.scrollHeight, behavior: 'instant' });
        return !document.querySelector('.feed-more');
      },
      { polling: 50, timeout: 40_000 },
    );
    await page.waitForFunction(() => Number(document.querySelector('[data-index]')?.getAttribute('data-index')) > 350);
    const last = await page.$$eval('[data-index]', rows => Number(rows.at(-1)?.getAttribute('data-index')));
    // Five cells a row, of which one in fourteen is an ad.
    expect(((last + 1) * 5 * 13) / 14).toBeGreaterThan(2_000);
    expect((await page.$$('.card-root')).length).toBeLessThan(100);
    expect(await disagreements(page)).toEqual([]);
    await scrollTo(page, 0);
    await page.waitForSelector('a[aria-label="WAI-illustrious-SDXL"]');
    expect(await disagreements(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await reactErrors(page)).toEqual([]);
    await page.browserContext().close();
  }, 60_000);
});
