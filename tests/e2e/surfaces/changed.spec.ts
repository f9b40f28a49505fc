import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { compareMarks } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

/** Runs in the page before its own scripts: the site of a day on which the menu of every card is called otherwise. */
function renameMenus(): void {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name: string, value: string) {
    setAttribute.call(this, name, value === 'More options' ? 'Options' : value);
  };
}

describe('a site that has changed', () => {
  const stage = useStage({ member: 'small' });
  const open = async (): Promise<Page> => {
    const page = await stage.browser.newPage();
    await page.evaluateOnNewDocument(renameMenus);
    await page.goto('https://civitai.com/collections/3', { waitUntil: 'load' });
    await page.waitForFunction(() => typeof window.__sandbox?.shown === 'function');
    return page;
  };

  it('still has one right mark for each model, a plain one, and nothing of it moves', async () => {
    const page = await open();
    const compare = () => compareMarks(page, vaultTruth(stage, 'small'));
    const { lost } = await untilValue('plain marks', compare, ({ shown, wrong }) => shown >= 6 && wrong.length === 0);
    expect(lost).toBeGreaterThanOrEqual(6);
    await page.hover('a[data-vaulted-kind="lost"]');
    await until('state and action', async () => (await ui(page)).some(({ kind }) => kind === 'menu'));
    await clickCentre(page, { host: '[data-vaulted-ui="menu"]', inside: '.item' });
    await until('something to come of it', async () => {
      const kinds = (await ui(page)).map(({ kind }) => kind);
      return kinds.includes('toast') || kinds.includes('dialog');
    });
    expect(new URL(page.url()).pathname).toBe('/collections/3');
    await expectClean(stage.browser, page);
  });

  it('is reported in the popup, once, with the version, and nowhere else', async () => {
    const page = await open();
    await page.waitForSelector('a[data-vaulted-kind="lost"]');
    stage.sandbox.requests.clear();
    const popup = await stage.browser.openPopup(page);
    const words = await untilValue(
      'the popup to say so',
      () => textOf(popup),
      text => /seems to have changed/.test(text),
    );
    expect(words).toMatch(
      /Civitai seems to have changed\. Vaulted \W?\d+\.\d+\.\d+\W? doesn’t know the place of \W?\d+\W? links to models/,
    );
    expect(words.match(/seems to have changed/g)).toHaveLength(1);
    const reported = stage.sandbox.requests.all().filter(({ method }) => method !== 'GET');
    expect(reported).toEqual([]);
    await expectClean(stage.browser, page);
  });

  it('is not reported where all is as it was', async () => {
    const page = await stage.browser.newPage('/collections/3');
    await page.waitForSelector('span[data-vaulted-kind]');
    const popup = await stage.browser.openPopup(page);
    await untilValue(
      'what the page shows',
      () => textOf(popup),
      text => /\d of \W?\d+\W? models here are in your vault/.test(text),
    );
    expect(await textOf(popup)).not.toMatch(/seems to have changed/);
    await expectClean(stage.browser, page);
  });
});
