import type { Page } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { until } from '@/tests/e2e/support/wait.ts';

type Place = Parameters<typeof clickCentre>[1];

/** A look takes a few ms, and the next follows soon: what takes longer waits for the machine or for the page's own scripts. */
const LOOK_MS = 250;

/** A press, what was first seen or sent after it, and after how long: in all, and but for looks that the machine held up. */
type Measured = { place: string; answer: string; inAllMs: number; ms: number };

/**
 * Presses as a user does, and measures how long each answer takes. `countSent`: how many requests of the user's were sent. What waits in
 * the extension counts in full, as each look meanwhile is short.
 */
export function createMeasuredPresses(countSent: () => number) {
  const presses: Measured[] = [];

  /** What the user sees of ours, and what was sent: anything new in it is an answer. */
  async function seen(page: Page, place: Place): Promise<string> {
    const shown = (await ui(page)).map(({ kind, text }) => `${kind} ${text}`);
    const mark =
      typeof place === 'string' && (await page.$$eval(place, ([each]) => each?.getAttribute('data-vaulted')));
    return JSON.stringify([countSent(), shown, mark]);
  }

  /** The same sentence once more would not be seen to be new. */
  async function closeToast(page: Page): Promise<void> {
    await openRoots(page);
    await page.evaluate(() => {
      const toast = document.querySelector('[data-vaulted-ui="toast"]');
      toast?.shadowRoot?.querySelector<HTMLElement>('.close')?.click();
    });
  }

  return {
    presses,
    async press(page: Page, place: Place): Promise<void> {
      await closeToast(page);
      const before = await seen(page, place);
      await clickCentre(page, place);
      const pressedAt = performance.now();
      let [lookedAt, ms] = [pressedAt, 0];
      const isAnswered = async () => {
        const now = await seen(page, place);
        ms += Math.min(performance.now() - lookedAt, LOOK_MS);
        lookedAt = performance.now();
        return now === before ? undefined : now;
      };
      const answer = await until(`an answer to ${JSON.stringify(place)}`, isAnswered, { timeoutMs: 30_000 });
      const inAllMs = Math.round(performance.now() - pressedAt);
      presses.push({ place: JSON.stringify(place), answer, inAllMs, ms: Math.round(ms) });
    },
  };
}
