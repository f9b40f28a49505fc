import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { modelsOut, ofModel, outOnScreen } from '@/tests/e2e/support/site/model-marks.ts';
import { noteMoves, takeRests } from '@/tests/e2e/support/site/pointer-rests.ts';
import { marks, ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { rowsOf, vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet, untilValue } from '@/tests/e2e/support/wait.ts';

/** Every mark in view, and where its middle is. */
const marksInView = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('span[data-vaulted-kind]')].flatMap(mark => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      const isInView = y > 110 && y + height < innerHeight - 60;
      return isInView ? [{ model: mark.dataset.vaultedModel ?? '', x: x + width / 2, y: y + height / 2 }] : [];
    }),
  );

const added: number[] = [];
const isOnly = (ids: readonly number[], known: readonly number[]) =>
  ids.length > 0 && ids.every(id => known.includes(id));

describe('looking up what a mark would add', () => {
  const stage = useStage({ member: 'small' });
  const lookUps = () => stage.sandbox.requests.of('models/{id}');
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  const right = (page: Page, fewest = 6) => allMarked(page, () => vaultTruth(stage, 'small'), fewest);

  it('and adding is two taps of a finger, the first of which shows what it would add', async () => {
    const page = await stage.browser.newPage();
    await page.setViewport({ width: 400, height: 2_000, hasTouch: true, isMobile: stage.browser.name === 'chromium' });
    await page.goto('https://civitai.com/collections/3', { waitUntil: 'load' });
    await page.waitForFunction(() => typeof window.__sandbox?.shown === 'function');
    await right(page, 2);
    const modelId = await outOnScreen(page, stage);
    const version = stage.sandbox.catalogue.findModel(modelId)?.versions[0];
    const { x, y } = await settledCentre(page, ofModel(modelId));
    await page.touchscreen.tap(x, y);
    await until('what would be added', async () => (await ui(page)).some(({ kind }) => kind === 'menu'));
    expect(toggles()).toEqual([]);
    const item = await settledCentre(page, { host: '[data-vaulted-ui="menu"]', inside: '.item' });
    await page.touchscreen.tap(item.x, item.y);
    await untilValue(
      'the version to be in',
      () => rowsOf(stage, 'small', version?.id ?? 0).length,
      count => count === 1,
    );
    const said = await untilValue(
      'what was added to be said',
      async () => (await ui(page)).find(({ kind }) => kind === 'toast')?.text ?? '',
      words => words !== '',
    );
    expect(said).toContain(version?.name);
    expect(said).toMatch(/\([\d.]+ (MB|GB)\) is in your vault/);
    expect([lookUps().length, toggles().length]).toEqual([1, 1]);
    if (version) added.push(version.id);
    expect(new URL(page.url()).pathname).toBe('/collections/3');
    await right(page, 2);
    await expectClean(stage.browser, page);
  });

  it('names version and size after a rest, before anything is sent', async () => {
    const page = await goodPage(stage.browser, '/collections/3');
    await right(page);
    const modelId = await outOnScreen(page, stage);
    const version = stage.sandbox.catalogue.findModel(modelId)?.versions[0];
    const asked = () => lookUps().length;
    expect(asked()).toBe(0);
    await page.hover(ofModel(modelId));
    const mark = await untilValue(
      'the name of the version',
      async () => (await marks(page)).find(each => each.modelId === modelId),
      found => found?.name.includes(version?.name ?? '-') ?? false,
    );
    expect(mark?.name).toMatch(
      /^Add .+ \([\d.]+ (MB|GB)\): .+ of .+ \([\d.]+ (MB|GB)\)\. No version is in your vault\.$/,
    );
    expect([asked(), toggles().length]).toEqual([1, 0]);
    await page.mouse.move(5, 5);
    await page.hover(ofModel(modelId));
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(asked()).toBe(1);
    await expectClean(stage.browser, page);
  });

  it('happens at most twice at a time, however many marks are asked', async () => {
    const page = await goodPage(stage.browser, '/collections/3');
    await right(page);
    stage.sandbox.faults.add({ endpoint: 'models/{id}', kind: 'delay', ms: 900 });
    // The first has been looked up before, and is cached for five minutes.
    const models = (await modelsOut(page, stage)).slice(1, 7);
    expect(models).toHaveLength(6);
    await openRoots(page);
    for (const modelId of models) {
      await page.$eval(ofModel(modelId), mark =>
        mark.shadowRoot?.querySelector<HTMLElement>('button:last-child')?.focus(),
      );
      // The keyboard asks where it rests.
      await new Promise(resolve => setTimeout(resolve, 280));
    }
    const open: number[] = [];
    await until('all of them to be answered', () => {
      open.push(lookUps().filter(({ status }) => status === 0).length);
      return lookUps().filter(({ status }) => status === 200).length === models.length;
    });
    expect(Math.max(...open)).toBe(2);
    expect(lookUps()).toHaveLength(models.length);
    await expectClean(stage.browser, page);
  });

  it('does not happen while the pointer sweeps over a hundred cards', async () => {
    const page = await goodPage(stage.browser, '/models');
    await right(page);
    const swept = new Set<string>();
    // On a busy machine the pointer stands still now and then: that is a rest, and may ask.
    const restedOn = new Set<string>();
    await noteMoves(page);
    for (let top = 0; swept.size < 100 && top < 40_000; top += 700) {
      await scrollTo(page, top);
      await right(page);
      const inView = await marksInView(page);
      for (const { x, y } of inView) await page.mouse.move(x, y);
      await page.mouse.move(5, 5);
      const rests = await takeRests(page);
      for (const { model, x, y } of inView) {
        swept.add(model);
        if (rests.some(rest => Math.hypot(rest.x - x, rest.y - y) < 2)) restedOn.add(model);
      }
    }
    expect(swept.size).toBeGreaterThanOrEqual(100);
    expect(restedOn.size).toBeLessThan(swept.size / 2);
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    const isOfARest = (path: string) => [...restedOn].some(model => path.endsWith(`/models/${model}`));
    // What an earlier test added is confirmed once, some seconds later; the list is read again once it is old.
    const asked = stage.sandbox.requests
      .all()
      .filter(({ endpoint }) => !['site', 'vault/all', 'vault/get'].includes(endpoint));
    expect(asked.filter(({ path, versionIds }) => !isOfARest(path) && !isOnly(versionIds, added))).toEqual([]);
    await expectClean(stage.browser, page);
  });
});
