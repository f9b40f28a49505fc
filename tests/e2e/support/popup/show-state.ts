import type { Page } from 'puppeteer-core';
import { until } from '@/tests/e2e/support/wait.ts';
import { fakeExtension } from './fake-extension.ts';
import type { PopupState } from './popup-worlds.ts';

/** What is measured of a popup, px. */
export type Measured = {
  height: number;
  width: number;
  /** Px of it that can't be reached. */
  cutOff: number;
  /** Parts in which the user has to scroll. */
  scrolled: string[];
  /** Something has happened that takes room from the rest. */
  isEventful: boolean;
};

/** Shows the state in a tab that can be used for the next one. `open` opens the popup's page in it. */
export async function showState(page: Page, state: PopupState, open: () => Promise<void>): Promise<void> {
  const { identifier } = await page.evaluateOnNewDocument(fakeExtension(state.world));
  await open();
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  if (state.typed !== undefined) {
    await until('a field with the focus', () => page.evaluate(() => document.activeElement?.matches('input')));
    await page.keyboard.type(state.typed);
  }
  for (const selector of state.press ?? []) await press(page, selector);
  await until(`${state.name}: ${state.ready}`, () =>
    page.evaluate(selector => document.querySelector(selector) !== null, state.ready),
  );
  // What is loaded on demand arrives within some frames.
  await until('the popup to stand', () => page.evaluate(hasSettled));
}

async function press(page: Page, selector: string): Promise<void> {
  await until(selector, () =>
    page.evaluate(wanted => {
      const control = document.querySelector<HTMLElement>(wanted);
      control?.click();
      return control !== null;
    }, selector),
  );
}

/** True if the page's height stays the same for some frames. Runs in the page. */
async function hasSettled(): Promise<boolean> {
  const heightOf = () => document.getElementById('root')?.scrollHeight ?? 0;
  const before = heightOf();
  for (let frame = 0; frame < 6; frame += 1) await new Promise(resolve => requestAnimationFrame(resolve));
  return before > 0 && heightOf() === before;
}

/** Measures the popup that is shown. */
export async function measure(page: Page): Promise<Measured> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const parts = [...document.querySelectorAll('main *')].filter(
      part => /auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight + 1,
    );
    return {
      height: Math.ceil(document.getElementById('root')?.getBoundingClientRect().height ?? 0),
      width: Math.max(document.documentElement.scrollWidth, main?.scrollWidth ?? 0),
      cutOff: main ? main.scrollHeight - main.clientHeight : -1,
      scrolled: parts.map(part => part.className),
      isEventful:
        document.querySelector(
          '.notice, .page-line--prompt, .contents-note, .sign-in-error:not(:empty), .sign-in-keys, [open]',
        ) !== null,
    };
  });
}
