import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { modelPath, openModel, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';

const { wai } = landmarks;
/** Each is a page of twelve versions: on a busy machine fifty take minutes. */
const TABS = everyCase ? 50 : 3;

describe('many tabs are open while Vaulted is updated', () => {
  const stage = useStage({ member: 'small' });

  it('each has one set of marks when the user comes to it, and none asks before', async () => {
    const { browser, sandbox } = stage;
    const pages: Page[] = [];
    for (let count = 0; count < TABS; count += 1)
      pages.push(count === 0 ? await openModel(browser, wai) : await browser.newPage(modelPath(wai.modelId)));
    await browser.reloadExtension();
    sandbox.requests.clear();
    for (const page of pages) {
      await page.bringToFront();
      await settledMarks(page, 12);
      expect(await ownMarks(page)).toHaveLength(13);
      expect(browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    }
    // The vault's list or the first check answers for all of them.
    expect(sandbox.requests.of('vault/check-vault').length).toBeLessThan(5);
  }, 600_000);
});
