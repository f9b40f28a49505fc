import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { signInThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { textFlaws } from '@/tests/e2e/support/language/audit.ts';
import { buildIn } from '@/tests/e2e/support/language/build-in.ts';
import { ofPages } from '@/tests/e2e/support/language/languages.ts';
import { browserName, everyCase, type Member, useStage } from '@/tests/e2e/support/stage.ts';
import { searchFor as searchIn, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const POPUP = { width: 380, height: 1500 };

/** Waits for an element, and clicks it as often as it takes until another is there. */
async function open(page: Page, button: string, opened: string): Promise<void> {
  await until(`${opened} to be there`, () =>
    page.evaluate(
      (control, shown) => {
        if (document.querySelector(shown)) return true;
        document.querySelector<HTMLElement>(control)?.click();
        return false;
      },
      button,
      opened,
    ),
  );
}

const isThere = (page: Page, selector: string) =>
  until(`${selector} to be there`, () => page.evaluate(wanted => document.querySelector(wanted) !== null, selector));

describe.each(ofPages)('in the language $name,', async ({ name, translate, direction, isReal }) => {
  const build = await buildIn(browserName, translate);
  afterAll(() => build.remove());
  const stage = useStage({ extensionDir: build.folder });

  /** No English, nothing cut off or turned round. The state is told by `what`, and a picture is taken. */
  const isFine = async (page: Page, what: string) => {
    // Themes differ in colours, and hardly in places: pictures of both are for the reader of a real language.
    for (const scheme of isReal && everyCase ? (['dark', 'light'] as const) : []) {
      await stage.browser.emulateScheme(scheme);
      await stage.browser.screenshot(page, `${name}-${what}-${scheme}`);
      expect(await textFlaws(page, { isReal }), `${what}, ${scheme}`).toEqual([]);
    }
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.cancel();
    });
    if (!isReal || !everyCase) await stage.browser.screenshot(page, `${name}-${what}`);
    expect(await textFlaws(page, { isReal }), what).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(direction);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
  };
  /** The popup of a member who has just signed in, in place of another. */
  const popupOf = async (member: Member) => {
    const popup = await stage.browser.openPopup();
    await popup.setViewport(POPUP);
    await popup.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage({ vaulted: 'sign-out' })`);
    await signInThroughPopup(popup, keys[member]);
    await isThere(popup, '.storage-foot bdi');
    // The list comes a moment later, and its rows are the narrowest of all.
    await isThere(popup, '.version-row');
    return popup;
  };

  it('has a popup that asks for a key', async () => {
    const popup = await stage.browser.openPopup();
    await popup.setViewport(POPUP);
    await signInThroughPopup(popup, 'not a key');
    await isFine(popup, 'popup-refused');
    await popup.setViewport({ width: 800, height: 900 });
    await stage.browser.engine.openExtensionPage(popup, 'popup.html?tab');
    await isThere(popup, 'form input[type="password"]');
    await isFine(popup, 'steps');
  });

  it('has a popup that says what is in the vault', async () => {
    const popup = await popupOf('small');
    await open(popup, '.contents-failed', '.failed-row button');
    await open(popup, '.failed-row button', '.re-add-buttons');
    await isFine(popup, 'popup-failed');
    await popup.click('.panel-head button');
    await open(popup, '[data-opens="settings"]', '.panel .key-check');
    await isFine(popup, 'popup-settings');
    await popup.click('.panel-head button');
    await isThere(popup, '.search');
    await popup.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    await isFine(popup, 'popup');
    await searchIn(popup, 'a');
    await until('the search to be over', () =>
      popup.evaluate(() => document.querySelector('search ~ *, .search li')?.textContent !== ''),
    );
    await isFine(popup, 'popup-search');
  });

  it('has a popup for a vault that is full, or ends', async () => {
    await isFine(await popupOf('overfull'), 'popup-overfull');
    await isFine(await popupOf('lapsed'), 'popup-lapsed');
    await isFine(await popupOf('smallReadOnly'), 'popup-read-only');
  });

  it('has a vault page with dialogs', async () => {
    await stage.browser.closePopup(await popupOf('small'));
    const page = await stage.browser.openVaultPage();
    await untilList(page, 'to be there', ({ count }) => count === 42);
    await isFine(page, 'list');
    await page.click('.row .cell--model');
    await isThere(page, 'dialog[open] .downloads');
    await isFine(page, 'item');
    await page.keyboard.press('Escape');
    await page.click('.export-button');
    await isThere(page, 'dialog[open] input');
    await isFine(page, 'export');
    await page.keyboard.press('Escape');
    await page.click('.head-cell input');
    await page.click('.summary .button--remove');
    await until('everything to be looked up', () =>
      page.evaluate(() => document.querySelectorAll('dialog[open] h3 input:not([disabled])').length > 1),
    );
    await isFine(page, 'removal');
    await page.keyboard.press('Escape');
    // High enough for the whole sheet: what its dialog scrolls out of sight would look cut off.
    await page.setViewport({ width: 400, height: 2_400 });
    await isFine(page, 'narrow');
    await open(page, '.filters-button', 'dialog[open] .filter-sheet');
    await isFine(page, 'narrow-filters');
    await page.click('.filter-sheet-done');
    await searchIn(page, 'nothing like that');
    await isThere(page, '.blank');
    await isFine(page, 'nothing');
  });
});
