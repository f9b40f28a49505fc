import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { pressInPopup } from './open-removals.ts';

const ANSWERS_WITHIN_MS = 2_000;
const pause = (ms: number) => new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), ms));

/** The page that asks about a removal, once it has opened by itself and asks. */
export async function untilAsked({ engine }: TestBrowser): Promise<Page> {
  return until(
    'a question on our own ground',
    async () => {
      for (const page of await engine.puppeteer.pages()) {
        // Firefox reports no address of a page that has changed its process, and may never answer for one that has closed.
        const url = await Promise.race([page.evaluate(() => location.href).catch(() => ''), pause(ANSWERS_WITHIN_MS)]);
        if (url?.includes('/confirm.html?') && (await page.$('.confirm-remove'))) return page;
      }
      return undefined;
    },
    // Each page that never answers takes its part of the time.
    { timeoutMs: 20_000 },
  );
}

/** How many questions are open. */
export async function openQuestions(browser: TestBrowser): Promise<number> {
  return (await browser.openTabs()).filter(url => url.includes('/confirm.html')).length;
}

/** Answers by a key that closes the window while it is still down: the browser may never say that it was pressed. */
export async function answerByKey(browser: TestBrowser, question: Page, key: 'Escape' | 'Enter'): Promise<void> {
  void question.keyboard.down(key).catch(() => undefined);
  await until('the window to close', async () => (await openQuestions(browser)) === 0);
}

/** What the question says and offers. `focus`: the words on the control that has it. */
export function readQuestion(page: Page) {
  return page.evaluate(() => {
    const dialog = document.querySelector('[role=alertdialog]');
    const named = (attribute: string) =>
      (dialog?.getAttribute(attribute)?.split(' ') ?? []).map(id => document.getElementById(id)?.textContent).join(' ');
    const remove = document.querySelector('.confirm-remove');
    return {
      text: dialog?.textContent ?? '',
      name: named('aria-labelledby'),
      description: named('aria-describedby'),
      focus: document.activeElement?.textContent,
      isInert: remove?.getAttribute('aria-disabled') === 'true',
      isWider: document.documentElement.scrollWidth > innerWidth,
    };
  });
}

/** Agrees to the removal that the user is asked about, once the button is ready, and waits for no grace; the page then shows what came of it. */
export async function agreeOnOwnGround(browser: TestBrowser): Promise<Page> {
  const question = await untilAsked(browser);
  await until('the button to be ready', async () => !(await readQuestion(question)).isInert);
  await clickCentre(question, '.confirm-remove');
  await pressInPopup(browser, 'now');
  return question;
}
