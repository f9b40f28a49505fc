import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel, outOnScreen } from '@/tests/e2e/support/site/model-marks.ts';
import { inDialog } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { ROOMY_PX, targetsOf, tooSmall } from '@/tests/e2e/support/touch/targets.ts';
import { openFull, untilDialog, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const MENU = '[data-vaulted-ui="menu"]';
const DIALOG = '[data-vaulted-ui="dialog"]';
const TOAST = '[data-vaulted-ui="toast"]';
const PHONE = { width: 400, height: 900 };

describe('on a machine with a touch screen alone', () => {
  const stage = useStage({ member: 'small', isTouch: true, viewport: PHONE });
  // In Chromium a viewport that is not mobile would bring the fine pointer back.
  const isMobile = browserName === 'chromium';
  const phone = (width: number) => ({ ...PHONE, width, ...(isMobile && { isMobile, hasTouch: true }) });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').length;
  const open = async () => {
    const page = await goodPage(stage.browser, '/collections/3');
    await allMarked(page, () => vaultTruth(stage, 'small'), 4);
    expect(await page.evaluate(() => matchMedia('(pointer: coarse) and (hover: none)').matches)).toBe(true);
    return page;
  };
  const tap = async (page: Page, place: Parameters<typeof settledCentre>[1]) => {
    const { x, y } = await settledCentre(page, place);
    await page.touchscreen.tap(x, y);
  };
  const untilState = (page: Page, mark: string, states: readonly string[]) =>
    until(
      `${mark} to be ${states.join(' or ')}`,
      () => page.$eval(mark, (host, wanted) => wanted.includes(host.getAttribute('data-vaulted') ?? ''), [...states]),
      { timeoutMs: 30_000 },
    );
  const textIn = async (page: Page, host: string) => {
    await openRoots(page);
    return page.evaluate(found => document.querySelector(found)?.shadowRoot?.textContent ?? '', host);
  };
  /** Holds a finger on the mark, and taps "Remove" in the menu that opens, and in the question after it. */
  const remove = async (page: Page, mark: string) => {
    const { x, y } = await settledCentre(page, mark);
    const finger = await page.touchscreen.touchStart(x, y);
    await until('its versions', async () => /Remove…/.test(await textIn(page, MENU)));
    await finger.end();
    expect(tooSmall(await targetsOf(page, MENU), 36)).toEqual([]);
    await openRoots(page);
    const row = await page.evaluate(found => {
      const rows = [...(document.querySelector(found)?.shadowRoot?.querySelectorAll('.item') ?? [])];
      return rows.findIndex(({ textContent }) => textContent?.includes('Remove'));
    }, MENU);
    await tap(page, { host: MENU, inside: `li:nth-child(${row + 1}) .item` });
    await settledCentre(page, inDialog('remove'));
    expect(tooSmall(await targetsOf(page, DIALOG), ROOMY_PX)).toEqual([]);
    await tap(page, inDialog('remove'));
    await until('the way back', async () => /Undo/.test(await textIn(page, TOAST)));
  };

  it('a version is added; another is removed, taken back, and removed again to the end', async () => {
    const page = await open();
    const out = ofModel(await outOnScreen(page, stage));
    await tap(page, out);
    await until('version and size', async () => /[KMG]B/.test(await textIn(page, MENU)));
    await tap(page, { host: MENU, inside: '.item' });
    await untilState(page, out, ['in', 'pending']);
    expect(toggles()).toBe(1);

    const only = 'span[data-vaulted-kind="card"][data-vaulted="in"][data-vaulted-count="1"]';
    const modelId = await page.$eval(only, host => Number(host.getAttribute('data-vaulted-model')));
    const kept = ofModel(modelId);
    await remove(page, kept);
    await stage.browser.screenshot(page, 'finger-undo');
    expect(tooSmall(await targetsOf(page, TOAST), 36)).toEqual([]);
    await tap(page, { host: TOAST, inside: '.offer' });
    await untilState(page, kept, ['in']);
    expect([toggles(), vaultTruth(stage, 'small').models[modelId]]).toEqual([1, ['in']]);

    await remove(page, kept);
    await untilState(page, kept, ['out']);
    expect([toggles(), vaultTruth(stage, 'small').models[modelId]]).toEqual([2, undefined]);
    expect(new URL(page.url()).pathname).toBe('/collections/3');
    await expectClean(stage.browser, page);
  }, 120_000);

  it('marks, popup and vault page have targets for a finger', async () => {
    const page = await open();
    expect(tooSmall(await targetsOf(page, '[data-vaulted-kind="card"]'), ROOMY_PX)).toEqual([]);
    expect(tooSmall(await targetsOf(page, '[data-vaulted-kind]'))).toEqual([]);

    const popup = await stage.browser.openPopup();
    await popup.setViewport(phone(360));
    await popup.waitForSelector('.version-row');
    expect(tooSmall(await targetsOf(popup))).toEqual([]);
    const buttons = (await targetsOf(popup)).filter(({ what }) => /^button\.button|^input/.test(what));
    expect(tooSmall(buttons, ROOMY_PX)).toEqual([]);
    await stage.browser.screenshot(popup, 'finger-popup');

    const vault = await openFull(stage, 'small');
    for (const width of [1280, 400, 320]) {
      await vault.setViewport(phone(width));
      await untilList(vault, 'to be there', ({ count }) => count === 42);
      expect([width, tooSmall(await targetsOf(vault))]).toEqual([width, []]);
      await stage.browser.screenshot(vault, `finger-vault-${width}`);
    }
    const roomy = (await targetsOf(vault)).filter(({ what }) => /^button|^select/.test(what));
    expect(tooSmall(roomy, ROOMY_PX)).toEqual([]);
    await tap(vault, '.row .cell--model');
    await untilDialog(vault, /Downloads/);
    expect(tooSmall(await targetsOf(vault))).toEqual([]);
  });
});
