import type { Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** Types the key into the field labelled "API key" and presses Enter; returns once there is an account or a reason. */
export async function signInThroughPopup(popup: Page, key: string): Promise<void> {
  await submitKey(popup, key);
  await until('the popup to accept the key or to say why not', () =>
    popup.evaluate(
      () =>
        !document.querySelector('input[type="password"]') ||
        Boolean(document.querySelector('[role="alert"]')?.textContent),
    ),
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
