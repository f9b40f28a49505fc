import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { inDialog, untilButton } from '@/tests/e2e/support/site/model-page.ts';

export const OPEN_REMOVALS = '.open-removal-actions';

/** Presses a button of the popup's list of removals that can be taken back: the first undoes, the second removes now. */
export async function pressInPopup(
  browser: Pick<TestBrowser, 'openPopup' | 'closePopup'>,
  which: 'undo' | 'now',
): Promise<void> {
  const popup = await browser.openPopup();
  await clickCentre(popup, `${OPEN_REMOVALS} .button:nth-child(${which === 'undo' ? 1 : 2})`);
  await popup.waitForSelector(OPEN_REMOVALS, { hidden: true });
  await browser.closePopup(popup);
}

/** The page's button offers to take the removal back. */
export async function untilGrace(page: Page): Promise<void> {
  await untilButton(page, 'to offer an undo', ({ name, state }) => state === 'busy' && /^Removing… Undo/.test(name));
}

/** Agrees to the removal that the page asks about, and doesn't wait for the end of its grace. */
export async function removeNow(browser: Pick<TestBrowser, 'openPopup' | 'closePopup'>, page: Page): Promise<void> {
  await clickCentre(page, inDialog('remove'));
  await untilGrace(page);
  await pressInPopup(browser, 'now');
  await page.bringToFront();
}
