import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { modelsOut, ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, inDialog, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { rowsOf, vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';
import {
  actingParts,
  coverPage,
  paintPopover,
  pressAsItComes,
  pressAsItFollows,
  rootsOfPage,
  takeFocusAfter,
  takeNamesAndPrototypes,
} from './attacks.ts';

const { wai } = landmarks;
const MENU = '[data-vaulted-ui="menu"]';
const FIRST_ROW = { host: MENU, inside: '.item' };

describe('a hostile page', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').length;
  const isOpen = (page: Page, kind: string) =>
    until(`a ${kind}`, async () => (await ui(page)).some(each => each.kind === kind));

  /** A page of a collection whose marks stand, and two models on it of which nothing is in the vault. */
  async function collection(prepare?: (page: Page) => Promise<unknown>) {
    const page = await stage.browser.newPage();
    await prepare?.(page);
    await page.goto('https://civitai.com/collections/3', { waitUntil: 'load' });
    await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    const [first = 0] = await modelsOut(page, stage);
    return { page, mark: ofModel(first) };
  }

  /** Presses a model's mark as it comes under the pointer; `undefined`: the browser was too slow. */
  async function pressNewcomer(index: number) {
    const { page } = await collection();
    const modelId = (await modelsOut(page, stage))[index] ?? 0;
    const versions = stage.sandbox.catalogue.findModel(modelId)?.versions.map(({ id }) => id) ?? [];
    const sent = () => stage.sandbox.requests.of('vault/toggle-version').flatMap(({ versionIds }) => versionIds);
    await page.mouse.move(40, 300);
    await page.mouse.move(44, 300);
    const isAtOnce = await pressAsItComes(page, ofModel(modelId), 44, 300);
    return isAtOnce ? { page, isToggled: () => versions.some(id => sent().includes(id)) } : undefined;
  }

  it('gets no mark and no root by names and prototypes', async () => {
    const { page } = await collection(each => each.evaluateOnNewDocument(takeNamesAndPrototypes));
    expect(await rootsOfPage(page)).toBe(0);
    expect(await actingParts(page)).toBe(0);
  });

  it('adds nothing by a button that it moves under the pointer: the menu asks, and adds', async () => {
    let tries = 0;
    // A button that has been there for a while may be pressed: on a busy machine the next model is tried.
    const { page, isToggled } = await until('a press that comes at once', () => pressNewcomer(tries++), {
      timeoutMs: 40_000,
    });
    await isOpen(page, 'menu');
    expect(isToggled()).toBe(false);
    await clickCentre(page, FIRST_ROW);
    await until('the version to be added', isToggled);
  });

  it('adds nothing by a button that follows the pointer', async () => {
    const { page, mark } = await collection();
    await pressAsItFollows(page, mark);
    expect(toggles()).toBe(0);
    await isOpen(page, 'menu');
  });

  it('adds nothing by a key that the user types into a text', async () => {
    const { page, mark } = await collection();
    await openRoots(page);
    await page.focus('input');
    await takeFocusAfter(page, 'n', mark);
    await page.keyboard.type('my own');
    await page.keyboard.press(' ');
    await isOpen(page, 'menu');
    expect(toggles()).toBe(0);
  });

  it('adds nothing under a sheet that lets clicks through, as far as the browser can tell', async () => {
    const { page, mark } = await collection();
    await page.hover(mark);
    await coverPage(page);
    await clickCentre(page, mark);
    if (browserName === 'firefox') {
      await until('what Firefox cannot notice', () => toggles() === 1);
      return;
    }
    await isOpen(page, 'menu');
    await clickCentre(page, FIRST_ROW);
    await isOpen(page, 'toast');
    expect(toggles()).toBe(0);
  });

  it('removes nothing under a popover: the question moves to a window of ours', async () => {
    const [versionId] = wai.versionIds;
    const page = await openModel(stage.browser, wai, versionId);
    const before = rowsOf(stage, 'small', versionId).length;
    await clickCentre(page, BUTTON);
    const { x, y } = await settledCentre(page, inDialog('remove'));
    await paintPopover(page);
    await new Promise(resolve => setTimeout(resolve, 700));
    await page.mouse.click(x, y);
    const isTold = async () => (await ui(page)).some(({ text }) => text.includes('asking you in a window of its own'));
    await until('the user to be told of our own window', isTold);
    expect([toggles(), rowsOf(stage, 'small', versionId).length]).toEqual([0, before]);
  });

  /** One click, and no question. */
  async function addsAtOnce(page: Page, modelId: number, count: number): Promise<void> {
    await clickCentre(page, ofModel(modelId));
    const shown = async () => [toggles(), ...(await ui(page)).map(({ kind, text }) => `${kind}: ${text}`)];
    const isDone = (all: unknown[]) => all[0] === count || all.some(each => String(each).startsWith('menu'));
    const [added, ...others] = await untilValue(`model ${modelId} to be added`, shown, isDone);
    expect([added, others.filter(each => String(each).startsWith('menu'))]).toEqual([count, []]);
  }

  it('and an honest press is never asked about: a framed card, a small window at twice the size', async () => {
    const page = await goodPage(stage.browser, '/models');
    await allMarked(page, () => vaultTruth(stage, 'small'), 8);
    let top = 0;
    const framed = await until('a framed card', async () => {
      top += 400;
      await scrollTo(page, top);
      const inFrames = await page.$$eval('[class*="CosmeticWrapper"] [data-vaulted="out"]', marks =>
        marks.map(mark => Number(mark.getAttribute('data-vaulted-model'))),
      );
      return (await modelsOut(page, stage)).find(id => inFrames.includes(id));
    });
    await addsAtOnce(page, framed, 1);
    const narrow = await goodPage(stage.browser, '/collections/3');
    await narrow.setViewport({ width: 900, height: 900, deviceScaleFactor: 2 });
    await allMarked(narrow, () => vaultTruth(stage, 'small'), 2);
    const first = await until('a model that is out', async () => (await modelsOut(narrow, stage))[0]);
    await addsAtOnce(narrow, first, 2);
  });
});
