import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { allMarked, surfacesShown } from '@/tests/e2e/support/site/shown.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('marks on what a page shows only later', () => {
  const stage = useStage({ member: 'small' });
  const right = (page: Page, fewest = 1) => allMarked(page, () => vaultTruth(stage, 'small'), fewest);
  const bring = (page: Page, selector: string) =>
    page.$eval(selector, element => element.scrollIntoView({ block: 'start', behavior: 'instant' }));

  it('is marked where the hydration is never measured, and nothing is touched before a late one', async () => {
    const { settings } = stage.sandbox;
    settings.hydrationMeasure = false;
    const feed = await stage.browser.newPage('/models');
    Object.assign(settings, { hydrationMeasure: true, hydrationDelayMs: everyCase ? 12_000 : 9_500 });
    try {
      const page = await stage.browser.newPage(`/models/${wai.modelId}`);
      await feed.bringToFront();
      await right(feed, 8);
      await page.bringToFront();
      await page.waitForFunction(() => performance.getEntriesByName('Next.js-hydration').length > 0);
      await right(page, 3);
      for (const each of [feed, page]) await expectClean(stage.browser, each);
      expect(await feed.evaluate(() => performance.getEntriesByName('Next.js-hydration').length)).toBe(0);
    } finally {
      settings.hydrationDelayMs = undefined;
    }
  });

  it('below a model: the showcase of a collection, comments, suggestions that move sideways', async () => {
    const page = await goodPage(stage.browser, `/models/${wai.modelId}`);
    await right(page, 3);
    for (const [place, surface] of [
      ['.below-model', 'collection-showcase'],
      ['.comments-room', 'text'],
      ['.suggested', 'card'],
    ] as const) {
      await bring(page, place);
      await until(surface, async () => (await surfacesShown(page)).includes(surface));
      await right(page, 3);
    }
    const first = await page.$eval('.suggested-slide a', link => link.getAttribute('href'));
    await page.$eval('.suggested', viewport => viewport.scrollTo({ left: 2_000, behavior: 'instant' }));
    await until('other slides', async () => {
      return (await page.$eval('.suggested-slide a', link => link.getAttribute('href'))) !== first;
    });
    await right(page, 3);
    await expectClean(stage.browser, page);
  });

  it('search results that grow, and whose links name versions once a base model is chosen', async () => {
    const page = await goodPage(stage.browser, '/search/models');
    const { shown } = await right(page, 9);
    for (const top of [2_000, 4_500, 0]) {
      await scrollTo(page, top);
      await right(page, 9);
    }
    const grown = await page.evaluate(() => document.querySelectorAll('.card-root').length);
    expect(grown).toBeGreaterThan(shown);
    await clickCentre(page, { all: '.search-bar .category-chip', index: 1 });
    await until('links that name versions', () =>
      page.evaluate(() => {
        const all = window.__sandbox.shown();
        return all.length > 0 && all.every(({ versionId }) => versionId !== undefined);
      }),
    );
    await right(page);
    await clickCentre(page, { all: '.search-bar .category-chip', index: 1 });
    await right(page, 9);
    await expectClean(stage.browser, page);
  });

  it('the drawer of a comic’s panel, and a review that opens over its page', async () => {
    const comic = await goodPage(stage.browser, `/comics/${wai.versionIds[1]}`);
    await clickCentre(comic, 'button[aria-label="Open panel"]');
    await right(comic, 2);
    await clickCentre(comic, 'button[aria-label="Close panel"]');
    await until('nothing to be shown', async () => (await surfacesShown(comic)).length === 0);
    await until('nothing to be marked', () => comic.evaluate(() => !document.querySelector('[data-vaulted]')));
    await expectClean(stage.browser, comic);

    const reviews = await goodPage(stage.browser, `/models/${wai.modelId}/reviews`);
    await reviews.locator('button ::-p-text(Open review)').click();
    await right(reviews, 1);
    await reviews.goBack();
    await until('nothing to be marked', () => reviews.evaluate(() => !document.querySelector('[data-vaulted]')));
    await expectClean(stage.browser, reviews);
  });

  it('another layout on a narrow screen, and the first one again', async () => {
    const page = await goodPage(stage.browser, '/user/vault');
    const { shown } = await right(page, 40);
    for (const width of [400, 1_280]) {
      await page.setViewport({ width, height: 900 });
      await until('the other layout', () =>
        page.evaluate(isNarrow => (document.querySelector('table') === null) === isNarrow, width === 400),
      );
      expect((await right(page, 40)).shown).toBe(shown);
    }
    await expectClean(stage.browser, page);
  });

  it('texts that are put in anew', async () => {
    const page = await goodPage(stage.browser, '/articles/1');
    await right(page, 8);
    const names = () => page.$$eval('a[data-vaulted]', links => links.map(link => link.textContent));
    const before = await names();
    await page.evaluate(() => window.__sandbox.replaceTexts());
    await right(page, 8);
    expect(await names()).toEqual(before);
    await page.evaluate(() => document.querySelector('a[data-vaulted]')?.removeAttribute('data-vaulted'));
    await right(page, 8);
    await expectClean(stage.browser, page);
  });
});
