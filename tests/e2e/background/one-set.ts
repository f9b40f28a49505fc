import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, inDialog, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { ownMarks, ui } from '@/tests/e2e/support/site/reading.ts';
import { browserName, type Stage } from '@/tests/e2e/support/stage.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

/**
 * Fewer checks than this leave while the user goes through so many tabs: the vault's list or the first check answers for the others. In
 * Firefox the scripts of all tabs run already, and one that is shown asks anew if what it knows has grown old.
 */
export const fewChecks = (tabs: number) => Math.max(5, browserName === 'chromium' ? 0 : tabs / 2);

/** The page of a model has one set of marks that stands, and its console is empty. */
export async function hasOneSet(
  { browser }: Stage,
  page: Page,
  { versionIds }: { versionIds: readonly number[] },
): Promise<void> {
  await settledMarks(page, versionIds.length);
  expect(await ownMarks(page)).toHaveLength(versionIds.length + 1);
  expect(browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
}

/** The button of a version in the vault opens one question: a second listener would open a second. */
export async function hearsOnce({ sandbox }: Stage, page: Page): Promise<void> {
  await page.bringToFront();
  await clickCentre(page, BUTTON);
  await until('the question', async () => (await ui(page)).length > 0);
  await untilQuiet('the number of questions', () => sandbox.requests.all().length, 400);
  expect((await ui(page)).filter(({ kind }) => kind === 'dialog')).toHaveLength(1);
  await clickCentre(page, inDialog('keep'));
  await until('the question to be gone', async () => (await ui(page)).length === 0);
}
