import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { TestBrowser } from './open-browser.ts';

/** The page has complained of nothing: neither in the console, nor with an error that no code caught, nor to React. */
export async function expectClean(browser: TestBrowser, page: Page): Promise<void> {
  const reactErrors = await page.evaluate(() => window.__reactErrors);
  const clean = { consoleErrors: [], pageErrors: [], reactErrors: [] };
  expect({ ...browser.complaints(page), reactErrors }).toEqual(clean);
}
