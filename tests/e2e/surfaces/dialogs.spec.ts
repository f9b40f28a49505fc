import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { signInThroughPopup, signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { goodPage, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { marks, ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked, surfacesShown } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { openSettings, pressChoice } from '@/tests/e2e/support/vault/popup-parts.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

const post = `/posts/${landmarks.wai.versionIds[0]}`;

describe('marks in what opens over a page', () => {
  const stage = useStage({ member: 'small' });
  const truth = () => vaultTruth(stage, 'small');
  const right = (page: Page, fewest = 1) => allMarked(page, truth, fewest);

  it('an image dialog that is opened, swiped, unfolded and closed', async () => {
    const page = await goodPage(stage.browser, post);
    const { shown } = await right(page, 2);
    await clickCentre(page, 'a.post-picture');
    await page.waitForSelector('[role="dialog"] ul.list-none');
    expect((await right(page, shown + 1)).shown).toBeGreaterThan(shown);
    for (const label of ['Next image', 'Next image', 'Previous image']) {
      await clickCentre(page, `button[aria-label="${label}"]`);
      await right(page, shown + 1);
    }
    await clickCentre(page, '[role="dialog"] .show-more');
    await right(page, shown + 4);
    await clickCentre(page, 'button[aria-label="Close picture"]');
    await until('the dialog to be gone', () => page.evaluate(() => !document.querySelector('[role="dialog"]')));
    expect((await right(page, 2)).shown).toBe(shown);
    await expectClean(stage.browser, page);
  });

  it('the generator, its queue, and the picker whose cards choose their version', async () => {
    const page = await goodPage(stage.browser, '/models');
    await right(page, 8);
    await clickCentre(page, '[data-activity="create:model-card"]');
    await page.waitForSelector('aside.generator');
    await until('the queue', async () => (await surfacesShown(page)).includes('queue'));
    await right(page, 8);
    expect(await surfacesShown(page)).toContain('selected-resource');
    await clickCentre(page, { all: 'aside.generator .home-block-head button', index: 0 });
    await page.waitForSelector('.picker-card a');
    await right(page, 12);
    const changed = await page.evaluate(() => {
      const select = [...document.querySelectorAll<HTMLSelectElement>('.picker-card select')].find(
        each => each.options.length > 1 && each.closest('.picker-card')?.querySelector('a'),
      );
      const other = select?.options[1]?.value;
      if (!select || !other) return 0;
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, other);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return Number(other);
    });
    expect(changed).toBeGreaterThan(0);
    await right(page, 12);
    const all = await marks(page);
    expect(all.some(({ versionId }) => versionId === changed)).toBe(true);
    await clickCentre(page, { all: '.picker-card button[aria-label="Turn card"]', index: 0 });
    await right(page, 12);
    await clickCentre(page, 'button[aria-label="Close picker"]');
    await right(page, 8);
    await expectClean(stage.browser, page);
  });

  it('never notifications', async () => {
    const page = await goodPage(stage.browser, '/models');
    await right(page, 8);
    await clickCentre(page, 'button[aria-label="Notifications"]');
    await until('notifications', async () => (await surfacesShown(page)).includes('notification'));
    await right(page, 8);
    expect(await page.evaluate(() => document.querySelectorAll('.notification[data-vaulted]').length)).toBe(0);
    await expectClean(stage.browser, page);
  });

  it('a link in a text says state and action on hover and by keyboard, and goes when the pointer goes', async () => {
    const page = await goodPage(stage.browser, '/articles/1');
    await right(page, 8);
    const menu = async () => (await ui(page)).filter(({ kind }) => kind === 'menu').length;
    await page.hover('a[data-vaulted="out"]');
    await untilValue('the popover', menu, count => count === 1);
    await page.mouse.move(5, 5);
    await untilValue('it to go', menu, count => count === 0);
    await page.focus('h1, body');
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.hasAttribute('data-vaulted'))) break;
    }
    await untilValue('the popover', menu, count => count === 1);
    await page.keyboard.press('F2');
    await until('the focus in it', () =>
      page.evaluate(() => document.activeElement?.matches('[data-vaulted-ui="menu"]')),
    );
    await page.keyboard.press('Escape');
    expect(await menu()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
    expect(new URL(page.url()).pathname).toMatch(/^\/articles\/1/);
    await expectClean(stage.browser, page);
  });

  it('what the user has switched off, in every tab at once', async () => {
    const page = await goodPage(stage.browser, '/models');
    await right(page, 8);
    const popup = await stage.browser.openPopup();
    await openSettings(popup);
    await pressChoice(popup, 'Model cards');
    await page.bringToFront();
    await until('the marks to go', async () => (await marks(page)).length === 0);
    await popup.bringToFront();
    await pressChoice(popup, 'Model cards');
    await pressChoice(popup, 'Show text on marks');
    await page.bringToFront();
    await right(page, 8);
    // The two choices reach the page one after the other.
    const labelled = () =>
      page.evaluate(() => document.querySelectorAll('[data-vaulted-kind][data-vaulted-labelled]').length);
    await until('words on every mark', async () => (await labelled()) === (await marks(page)).length);
    await scrollTo(page, 2_000);
    await right(page, 8);
    await expectClean(stage.browser, page);
  });

  it('nothing while the user is signed out', async () => {
    const popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    const page = await goodPage(stage.browser, '/models');
    await page.waitForSelector('.card-root a');
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(await marks(page)).toEqual([]);
    // Signing in reaches the open page, also what the vault turns out to hold.
    await popup.bringToFront();
    await signInThroughPopup(popup, keys.small);
    await page.bringToFront();
    await right(page, 8);
    await expectClean(stage.browser, page);
  });
});
