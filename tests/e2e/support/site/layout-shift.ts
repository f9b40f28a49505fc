import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { layoutShift } from './reading.ts';

/** Less than any shift that is measured. */
const NOTHING = 1e-9;

async function scoreOf(page: Page): Promise<number> {
  const { score, moved } = await layoutShift(page);
  expect(moved.filter(node => node.includes('vaulted'))).toEqual([]);
  return score;
}

/**
 * The page has shifted no more than `bare`, the same page without Vaulted. A busy machine moves it now and
 * then, so up to two more loads may show that Vaulted does not; Chromium only.
 */
export async function expectNoShift(bare: Page, page: Page, openAgain: () => Promise<Page>): Promise<void> {
  const own = (await layoutShift(bare)).score;
  const scores = [await scoreOf(page)];
  while (scores.length < 3 && Math.min(...scores) > own + NOTHING) scores.push(await scoreOf(await openAgain()));
  expect(Math.min(...scores)).toBeLessThanOrEqual(own + NOTHING);
}
