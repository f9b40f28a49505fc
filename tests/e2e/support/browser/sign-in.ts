import type { Page } from 'puppeteer-core';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

/** What the popup said to a key: `account` is the text of the account's line. */
type SignInAnswer = { account: string } | { refusal: string };

type SignIn = { isBrief?: boolean; isTyped?: boolean };

/**
 * Pastes the key into its field, presses Enter and waits for an account or a reason. `isBrief`: to be stored until
 * the browser closes; `isTyped`: key by key.
 */
export async function signInThroughPopup(popup: Page, key: string, how: SignIn = {}): Promise<SignInAnswer> {
  await focusField(popup);
  if (how.isBrief) {
    await popup.evaluate(() => document.querySelector<HTMLInputElement>('form [type="checkbox"]')?.click());
    await focusField(popup);
  }
  if (how.isTyped) await popup.keyboard.type(key);
  // As a clipboard does it.
  else await popup.evaluate(pasted => document.execCommand('insertText', false, pasted), key);
  return submit(popup);
}

async function focusField(popup: Page): Promise<void> {
  await popup.bringToFront();
  await untilValue(
    'a field for the key, with a label',
    () =>
      popup.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('form input[type="password"]');
        if (!field?.labels?.[0]?.textContent) return `${location.href}: ${document.body.textContent}`;
        field.value = '';
        field.focus();
        return document.activeElement === field ? '' : 'no focus';
      }),
    seen => seen === '',
    // The first page of a browser that has just started, beside others that start.
    { timeoutMs: 30_000 },
  );
}

async function submit(popup: Page): Promise<SignInAnswer> {
  await popup.keyboard.press('Enter');
  return until('the popup to accept the key or to say why not', () =>
    popup.evaluate(() => {
      if (document.querySelector('form[aria-busy="true"]')) return undefined;
      const account = document.querySelector('section.account')?.textContent;
      if (account) return { account };
      const refusal = document.querySelector('form [role="alert"]')?.textContent;
      return refusal ? { refusal } : undefined;
    }),
  );
}

/** Signs out if a user is signed in; the form stands afterwards. */
export async function signOutThroughPopup(popup: Page): Promise<void> {
  await popup.bringToFront();
  await until('the sign-in form', () =>
    popup.evaluate(() => {
      const out = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Sign out');
      out?.click();
      return !out && Boolean(document.querySelector('form input[type="password"]'));
    }),
  );
}

/** All that can be read in a page of the extension, on one line, without the marks that isolate values. */
export async function textOf(popup: Page): Promise<string> {
  return popup.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    return texts
      .join(' ')
      .replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ');
  });
}

/** Waits until a page of the extension says it, and returns all that it says. */
export async function untilSays(page: Page, pattern: RegExp, options: { timeoutMs?: number } = {}): Promise<string> {
  const isSaid = (text: string) => pattern.test(text);
  return untilValue(`the page to say ${pattern}`, () => textOf(page), isSaid, options);
}
