import type { Page } from 'puppeteer-core';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

/** One version in the popup's list. */
type ShownRow = { text: string; href: string };

/** The versions below the search field. */
export async function shownRows(popup: Page): Promise<ShownRow[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('[aria-label="Your versions"] li a')].map(link => ({
      text: link.textContent?.replace(/[\u2068\u2069]/g, '') ?? '',
      href: link.getAttribute('href') ?? '',
    })),
  );
}

/** Types into the search field, in place of its text, and waits for an answer. */
export async function searchFor(popup: Page, text: string): Promise<ShownRow[]> {
  await popup.bringToFront();
  await popup.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    field?.focus();
    field?.select();
  });
  await popup.keyboard.type(text);
  await until('the search to be over', () =>
    popup.evaluate(() =>
      /found/.test(document.querySelector('[aria-label="Your versions"] [role="status"]')?.textContent ?? ''),
    ),
  );
  return shownRows(popup);
}

/** Presses the button or opens the summary whose words fit, once it is there. */
export async function pressButton(popup: Page, words: RegExp): Promise<void> {
  await until(`a button that says ${words}`, () =>
    popup.evaluate(pattern => {
      const fits = (element: Element) =>
        new RegExp(pattern).test(element.textContent?.replace(/[\u2068\u2069]/g, '').trim() ?? '');
      const button = [...document.querySelectorAll<HTMLElement>('button, summary')].find(fits);
      button?.focus();
      button?.click();
      return Boolean(button);
    }, words.source),
  );
}

/** Opens the settings, once there is a way to them. */
export async function openSettings(popup: Page): Promise<void> {
  await popup.waitForSelector('[data-opens="settings"]');
  await popup.$eval('[data-opens="settings"]', button => button instanceof HTMLElement && button.click());
  await popup.waitForSelector('.panel .settings');
}

/** Presses the choice that begins with these words, in the settings. */
export async function pressChoice(popup: Page, words: string): Promise<void> {
  await until(`the choice “${words}”`, () =>
    popup.evaluate(text => {
      const label = [...document.querySelectorAll('label')].find(each => each.textContent?.startsWith(text));
      label?.click();
      return Boolean(label);
    }, words),
  );
}

/** Has the alarm go off that wakes the worker to check items that are not processed yet: ten minutes are too long for a test. */
export async function ringPollAlarm(popup: Page): Promise<void> {
  const when = 'Date.now() + 500';
  await popup.evaluate(
    `(globalThis.browser ?? chrome).alarms.create('vaulted-watch', { when: ${when}, periodInMinutes: 10 })`,
  );
}

/** What the toolbar's icon says, asked in a page of the extension, once it is as expected. */
export async function toolbarBadge(page: Page, isRight: (text: string) => boolean): Promise<string> {
  const read = async () => String(await page.evaluate('(globalThis.browser ?? chrome).action.getBadgeText({})'));
  return untilValue('the badge of the icon', read, isRight);
}
