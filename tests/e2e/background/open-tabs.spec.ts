import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { modelPath, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { openDiscarded, openLoading, openWithDialog } from './odd-tabs.ts';
import { fewChecks, hasOneSet, hearsOnce } from './one-set.ts';

const { wai } = landmarks;
/** Each is a page of twelve versions: on a busy machine fifty take minutes. */
const [MANY, SOME] = everyCase ? [50, 10] : [3, 2];

/** What the user does to the extension, in how many tabs that is seen, and what is seen in one while it is off. */
const WAYS: [string, number, (browser: TestBrowser, page: Page) => Promise<void>][] = [
  ['updated', MANY, browser => browser.reloadExtension()],
  [
    'disabled and enabled',
    SOME,
    async ({ name, engine }, page) => {
      await engine.setEnabled(false);
      await page.bringToFront();
      await page.mouse.move(300, 300);
      // Firefox ends the scripts at once: what they drew stays until the next copy takes it away.
      if (name === 'chromium') await until('the marks to go', async () => (await ownMarks(page)).length === 0);
      await engine.setEnabled(true);
    },
  ],
];

describe('many tabs are open', () => {
  const stage = useStage({ member: 'small' });
  it.each(WAYS)(
    'while Vaulted is %s: each has one set of marks when the user comes to it, and none asks before',
    async (_, tabs, again) => {
      const { browser, sandbox } = stage;
      const first = await openModel(browser, wai);
      const pages = [first];
      while (pages.length < tabs) pages.push(await browser.newPage(modelPath(wai.modelId)));
      const odd = everyCase ? [await openDiscarded(stage), await openWithDialog(stage), await openLoading(stage)] : [];
      sandbox.requests.clear();
      await again(browser, first);
      expect(sandbox.requests.of('vault/check-vault').length).toBeLessThan(2);
      for (const page of pages) {
        await page.bringToFront();
        await hasOneSet(stage, page, wai);
      }
      expect(sandbox.requests.of('vault/check-vault').length).toBeLessThan(fewChecks(tabs));
      expect(sandbox.requests.of('models/{id}').length).toBeLessThan(5);
      await hearsOnce(stage, first);
      for (const { model, come } of odd) await hasOneSet(stage, await come(), model);
      expect(sandbox.requests.of('vault/toggle-version')).toEqual([]);
    },
    600_000,
  );
});
