import type { Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** What the popup said to a key: `account` is the text of the account's line. */
export type SignInAnswer = { account: string } | { refusal: string };

/** Types the key into the field labelled "API key", presses Enter and waits for an account or a reason. */
export async function signInThroughPopup(popup: Page, key: string): Promise<SignInAnswer> {
  await submitKey(popup, key);
  return until('the popup to accept the key or to say why not', () =>
    popup.evaluate(() => {
      if (document.querySelector('form[aria-busy="true"]')) return undefined;
      const account = document.querySelector('[aria-label="Account"]')?.textContent;
      if (account) return { account };
      const refusal = document.querySelector('form [role="alert"]')?.textContent;
      return refusal ? { refusal } : undefined;
    }),
  );
}

/** Types the key into the field labelled "API key" and presses Enter. */
export async function submitKey(popup: Page, key: string): Promise<void> {
  await popup.bringToFront();
  const id = await until('a field labelled "API key"', () =>
    popup.evaluate(() => {
      const label = [...document.querySelectorAll('label')].find(({ textContent }) => /api key/i.test(textContent));
      const field = label?.control;
      if (!(field instanceof HTMLInputElement) || field.type !== 'password') return undefined;
      field.value = '';
      field.focus();
      return field.id || 'no-id';
    }),
  );
  if (id) await popup.keyboard.type(key);
  await popup.keyboard.press('Enter');
}
