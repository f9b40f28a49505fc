import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { disagreements } from './shown.ts';
import { stageSite } from './site-stage.ts';

const site = stageSite();

const firstHref = (page: Page) => page.$eval('[data-index="0"] .card-root a', anchor => anchor.getAttribute('href'));

describe('the feed, changing (site-facts.md, Seen running)', () => {
  it('makes rows anew where models leave the list', async () => {
    const { page } = await site.openFeed();
    const kept = await page.evaluate(async () => {
      const roots = [...document.querySelectorAll('.card-root')];
      const ids = window.__sandbox.shown().map(({ modelId }) => modelId);
      window.__sandbox.hideModels([1, 6, 11].flatMap(place => ids[place] ?? []));
      await new Promise(requestAnimationFrame);
      return { before: roots.length, after: roots.filter(root => root.isConnected).length };
    });
    expect(kept.after).toBeLessThan(kept.before / 2);
    await page.waitForSelector('[data-index] a');
    expect(await disagreements(page)).toEqual([]);
    await page.browserContext().close();
  });

  it('is another list in another order', async () => {
    const { page } = await site.openFeed();
    const before = await firstHref(page);
    await page.click('button[aria-label="Sort"]');
    await page.locator('[role="menuitem"]::-p-text(Most Downloaded)').click();
    await page.waitForFunction(
      old => {
        const href = document.querySelector('[data-index="0"] .card-root a')?.getAttribute('href');
        return href && href !== old;
      },
      {},
      before,
    );
    expect(await disagreements(page)).toEqual([]);
    await page.browserContext().close();
  });

  it('names versions in its links under a base-model filter, and nothing in the address', async () => {
    const { page } = await site.openFeed('/models?baseModels=Pony');
    await page.waitForFunction(() => location.search === '');
    await page.waitForSelector('[data-index] a[href*="?modelVersionId="]');
    expect(await page.$$eval('[data-index] .card-root a:not([href*="modelVersionId"])', links => links.length)).toBe(0);
    const href = await firstHref(page);
    const version = site.sandbox.catalogue.findVersion(Number(/=(\d+)$/.exec(href ?? '')?.[1]));
    expect(version?.baseModel).toBe('Pony');
    expect(await disagreements(page)).toEqual([]);

    // A rename, and a new version, change the address in place.
    const changed = await page.evaluate(async () => {
      const [first] = window.__sandbox.shown();
      const anchor = first?.element.querySelector('a');
      if (!first || !anchor) return undefined;
      window.__sandbox.renameModel(first.modelId, 'Another Name');
      window.__sandbox.publishVersion(first.modelId, 123_456);
      await new Promise(requestAnimationFrame);
      return { isConnected: anchor.isConnected, href: anchor.getAttribute('href'), modelId: first.modelId };
    });
    expect(changed?.href).toBe(`/models/${changed?.modelId}/another-name?modelVersionId=123456`);
    expect(changed?.isConnected).toBe(true);
    expect(await disagreements(page)).toEqual([]);
    await page.browserContext().close();
  });

  it('moves its figures all the time, one visible change after the other, unless told not to', async () => {
    const { page } = await site.openFeed();
    const changes = await page.evaluate(async () => {
      let seen = 0;
      const observer = new MutationObserver(records => {
        seen += records.length;
      });
      observer.observe(document.body, { subtree: true, characterData: true });
      window.__sandbox.bumpCounters(500);
      await new Promise(requestAnimationFrame);
      return seen;
    });
    expect(changes).toBeGreaterThanOrEqual(500);
    await page.waitForFunction(() => window.__sandbox.counterChanges() > 500);
    await page.browserContext().close();

    site.sandbox.settings.liveCounters = false;
    const still = await site.openFeed();
    await new Promise(resolve => setTimeout(resolve, 1_700));
    expect(await still.page.evaluate(() => window.__sandbox.counterChanges())).toBe(0);
    site.sandbox.settings.liveCounters = true;
    await still.page.browserContext().close();
  });
});
