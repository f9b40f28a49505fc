import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { openQuestions, readQuestion, untilAsked } from '@/tests/e2e/support/vault/own-ground.ts';
import { untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { buildForPhone } from './build-for-phone';

const { generationOnly } = landmarks;
const WIDTHS = [360, 412];

describe('on a phone, without what Firefox for Android lacks', async () => {
  const build = await buildForPhone();
  afterAll(() => build.remove());
  const stage = useStage({ member: 'small', extensionDir: build.folder });

  /** Nothing reaches beyond the screen at either width; a picture is taken of each. */
  const fits = async (page: Page, what: string) => {
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 780 });
      await stage.browser.screenshot(page, `phone-${what}-${width}`);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `${what} at ${width}`).toBeLessThanOrEqual(0);
    }
  };
  const tap = async (page: Page, place: Parameters<typeof settledCentre>[1]) => {
    const { x, y } = await settledCentre(page, place);
    await page.touchscreen.tap(x, y);
  };

  it('the popup is a page', async () => {
    const popup = await stage.browser.openPopup();
    expect(await popup.evaluate('typeof browser.windows')).toBe('undefined');
    await until('its figures', () => popup.evaluate(() => document.querySelector('.storage-foot bdi') !== null));
    await fits(popup, 'popup');
    await stage.browser.closePopup(popup);
  });

  it('the vault page opens an item under a finger', async () => {
    const page = await stage.browser.openVaultPage();
    await page.setViewport({ width: 360, height: 780 });
    await untilList(page, 'to be there', ({ count }) => count === 42);
    await fits(page, 'vault');
    await tap(page, '.row .cell--model');
    await until('the item', () => page.evaluate(() => document.querySelector('dialog[open] .downloads') !== null));
    await fits(page, 'item');
  });

  it('what a page can’t confirm is asked about in a tab', async () => {
    const page = await openModel(stage.browser, generationOnly, generationOnly.generationVersionId);
    await tap(page, BUTTON);
    const question = await untilAsked(stage.browser);
    await fits(question, 'question');
    expect((await readQuestion(question)).focus).toBe('Keep in vault');
    await question.keyboard.press('Escape');
    await until('the tab to close', async () => (await openQuestions(stage.browser)) === 0);
  });
});
