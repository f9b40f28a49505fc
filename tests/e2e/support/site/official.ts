import type { Page } from 'puppeteer-core';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';
import { ui } from './reading.ts';

/** The site's own vault button, by what its label says. */
export const OFFICIAL_ADD = 'button[aria-label="Add to Vault"]';
export const OFFICIAL_REMOVE = 'button[aria-label="Remove from Vault"]';

/** Waits until the site's own button has come and says this: it comes late and asks first. */
export async function untilOfficial(page: Page, selector: string): Promise<void> {
  await until(`the site's own ${selector}`, () =>
    page.evaluate(wanted => document.querySelector(`${wanted}:not(:disabled)`) !== null, selector),
  );
}

/** Waits for a message of ours that reads so, and returns it. */
export async function untilSaid(page: Page, words: RegExp): Promise<string> {
  return untilValue(
    `a message like ${words}`,
    async () => (await ui(page)).find(({ kind }) => kind === 'toast')?.text ?? '',
    text => words.test(text),
  );
}
