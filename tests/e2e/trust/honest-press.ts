import type { Page } from 'puppeteer-core';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { focusButton } from './honest-places.ts';

export type How = 'mouse' | 'key' | 'finger';
type Pressed = string | { host: string; inside: string };

async function press(page: Page, place: Pressed, how: How): Promise<void> {
  if (how === 'mouse') return clickCentre(page, place);
  if (how === 'key') {
    await (typeof place === 'string' ? focusButton(page, place) : focusButton(page, place.host, place.inside));
    return page.keyboard.press('Enter');
  }
  const { x, y } = await settledCentre(page, place);
  return page.touchscreen.tap(x, y);
}

/** Presses what adds, and returns what came of it instead of one addition. */
export async function refusalsAt(
  stage: Stage,
  page: Page,
  { place, how, condition }: { place: Pressed; how: How; condition: string },
): Promise<string[]> {
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').length;
  const before = toggles();
  const open = async () => (await ui(page)).map(({ kind, text }) => `${kind}: ${text}`);
  const wasOpen = await open();
  await press(page, place, how);
  const isAnswered = async () => toggles() > before || (await open()).some(each => !wasOpen.includes(each));
  await until('something to come of it', isAnswered).catch(() => undefined);
  // The page hears of the request as it leaves.
  await until('a request', () => toggles() > before, { timeoutMs: 2_000 }).catch(() => undefined);
  const found = toggles() === before + 1 ? [] : [`${condition}, ${how}: ${(await open()).join(' ')}`];
  await page.keyboard.press('Escape');
  return found;
}
