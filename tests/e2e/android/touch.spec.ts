import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { modelsOut, ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, inDialog, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { buildForPhone, PHONE } from './build-for-phone';

const { wai } = landmarks;
const MENU = '[data-vaulted-ui="menu"]';
/** A finger needs as much, CSS pixels (WCAG 2.5.5). */
const FINGER = 44;
/** In the margin of the page, left of all cards, px. */
const SIDE = 4;

describe.each(everyCase ? [360, 412] : [360])('by finger on a phone of %i px', async width => {
  const build = await buildForPhone();
  afterAll(() => build.remove());
  const viewport = { width, height: 780 };
  const stage = useStage({ member: 'small', extensionDir: build.folder, prefs: PHONE, viewport });

  const tap = async (page: Page, place: Parameters<typeof settledCentre>[1]) => {
    const { x, y } = await settledCentre(page, place);
    await page.touchscreen.tap(x, y);
  };
  /** On a narrow screen the button is hidden until its page stands still; a tap before that is one of the page. */
  const tapButton = async (page: Page) => {
    const isShown = () => page.$eval(BUTTON, host => host.checkVisibility({ visibilityProperty: true }));
    await until('the button to be seen', isShown);
    await tap(page, BUTTON);
  };
  /** Boxes of what a finger is to hit inside a host, and that all of it is on the screen. */
  const targets = async (page: Page, host: string, inside: string) => {
    await openRoots(page);
    const found = await page.$eval(
      host,
      (element, selector) =>
        [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(each => {
          const { left, right, height } = each.getBoundingClientRect();
          return { left, right, height };
        }),
      inside,
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { left, right, height } of found) {
      expect([left >= 0, right <= width]).toEqual([true, true]);
      expect(height).toBeGreaterThanOrEqual(FINGER);
    }
  };

  it('a tap on the button adds, and a removal asks', async () => {
    const out = wai.versionIds.find(id => expectedState(stage, 'small', id) === 'out') ?? 0;
    const page = await openModel(stage.browser, wai, out);
    await tapButton(page);
    await untilButton(page, 'to have added', ({ state }) => ['in', 'pending'].includes(state));
    await tapButton(page);
    await settledCentre(page, inDialog('remove'));
    await targets(page, '[data-vaulted-ui="dialog"]', 'button');
    await stage.browser.screenshot(page, `phone-dialog-${width}`);
    await tap(page, inDialog('keep'));
    await until('the question to be gone', async () => (await ui(page)).every(({ kind }) => kind !== 'dialog'));
    expect(stage.sandbox.requests.of('vault/toggle-version').map(({ toggled }) => toggled)).toEqual(['add']);
  });

  /** Scrolls down to a card of an ordinary model that is out: one column shows few at a time. */
  const scrollToOut = (page: Page) => {
    let top = 0;
    return until('a model that is out', async () => {
      top += 300;
      await scrollTo(page, top);
      return (await modelsOut(page, stage))[0];
    });
  };

  it('a tap on a mark says what it would add, a long one shows the versions', async () => {
    const page = await goodPage(stage.browser, '/models');
    const out = ofModel(await scrollToOut(page));
    await tap(page, out);
    await settledCentre(page, { host: MENU, inside: '.item' });
    await targets(page, MENU, '.item');
    await stage.browser.screenshot(page, `phone-menu-${width}`);
    await tap(page, { host: MENU, inside: '.item' });
    await page.waitForSelector(`${out}:is([data-vaulted="in"],[data-vaulted="pending"])`);
    // The menu stays, with "Remove" in it; a tap beside the cards closes it.
    const { x, y } = await settledCentre(page, out);
    await page.touchscreen.tap(SIDE, y);
    await until('the menu to be gone', async () => (await page.$(MENU)) === null);
    const finger = await page.touchscreen.touchStart(x, y);
    const isOffered = async () => {
      await openRoots(page);
      return page.evaluate(
        menu => /Remove/.test(document.querySelector(menu)?.shadowRoot?.querySelector('.versions')?.textContent ?? ''),
        MENU,
      );
    };
    await until('its versions', isOffered);
    await finger.end();
    expect(await isOffered()).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/models');
  });
});
