import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { countShown, disagreements } from './shown.ts';
import { stageSite } from './site-stage.ts';

const { wai } = landmarks;

const site = stageSite();

describe('the generator (site-facts.md A.1)', () => {
  it('opens beside the page, picks a resource in a portal, and never changes the address', async () => {
    const { page, complaints } = await site.open('/models', { account: 'small' });
    await page.waitForSelector('[data-index] a');
    await page.click('button[data-activity="create:model-card"]');
    await page.waitForSelector('aside + #main');
    await page.waitForSelector('aside a.mantine-Button-root[data-size="compact-sm"]');
    expect((await countShown(page))['selected-resource']).toBe(1);

    await page.locator('aside button ::-p-text(Add)').click();
    await page.waitForSelector('body > .modal-overlay #resource-select-modal .picker-card a');
    expect(await disagreements(page)).toEqual([]);
    expect(
      await page.$eval('.picker-item', item => getComputedStyle(item).getPropertyValue('content-visibility')),
    ).toBe('auto');

    // The version chosen in the card is the one in the address; the anchor stays.
    const card = `.picker-card:has(a[href^="/models/${wai.modelId}/"])`;
    await page.$eval(`${card} a`, anchor => Reflect.set(window, 'anchor', anchor));
    await page.select(`${card} select`, String(wai.versionIds[4]));
    await page.waitForSelector(`${card} a[href$="=${wai.versionIds[4]}"]`);
    expect(await page.$eval(`${card} a`, anchor => anchor === Reflect.get(window, 'anchor'))).toBe(true);
    expect(await disagreements(page)).toEqual([]);

    // A turned card has no anchor, and says so.
    await page.click(`${card} button[aria-label="Turn card"]`);
    await page.waitForFunction(
      id => window.__sandbox.shown().some(({ modelId, linked }) => modelId === id && !linked),
      {},
      wai.modelId,
    );
    expect(await page.$('.picker-card:not(:has(a)) .is-blurred')).not.toBeNull();
    expect(await disagreements(page)).toEqual([]);

    await page.locator('.picker-card button ::-p-text(Select)').click();
    await page.waitForFunction(() => !document.querySelector('.modal-overlay'));
    await page.waitForSelector(`aside a[target="_blank"][href$="=${wai.versionIds[4]}"]`);
    expect(await page.evaluate(() => location.pathname + location.search)).toBe('/models');
    expect(complaints).toEqual([]);
    await page.browserContext().close();
  });
});

describe('what opens over a page', () => {
  it('lists notifications in a popover, whose links the site follows itself', async () => {
    const { page } = await site.open('/articles/2', { account: 'small' });
    await page.evaluate(() => Reflect.set(window, 'same', true));
    await page.click('button[aria-label="Notifications"]');
    await page.waitForSelector('body > [role="menu"] a.mantine-Paper-root[href^="/models/"]');
    expect((await countShown(page)).notification).toBe(5);
    expect(await disagreements(page)).toEqual([]);
    await page.click('[role="menu"] a');
    await page.waitForSelector('button[aria-label="Scroll versions left"]');
    expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true);
    await page.browserContext().close();
  });

  it('shows three resources of a picture, until all are asked for; the choice lasts over swiping', async () => {
    const { page, complaints } = await site.open(`/models/${wai.modelId}/wai-illustrious-sdxl`);
    await page.click('a[aria-label="Open picture"]');
    await page.waitForSelector('.image-side li a');
    expect(await page.$$eval('.image-side li', rows => rows.length)).toBe(3);
    const anchors = await page.$$eval('.image-side li:first-child a', links => links.map(link => link.href));
    expect(new Set(anchors).size).toBe(1);
    expect(anchors).toHaveLength(2);
    // The third resource is one that the site does not know.
    expect(await page.$eval('.image-side li:nth-child(3)', row => row.querySelectorAll('a').length)).toBe(0);
    await page.locator('button ::-p-text(Show 6 more)').click();
    await page.waitForFunction(() => document.querySelectorAll('.image-side li').length === 9);
    expect((await countShown(page))['resource-used']).toBe(8);
    expect(await disagreements(page)).toEqual([]);
    await page.click('button[aria-label="Next image"]');
    await page.waitForFunction(() => document.querySelectorAll('.image-side li').length !== 9);
    expect(await page.evaluate(() => sessionStorage.getItem('showAllImageResources'))).toBe('true');
    expect(await disagreements(page)).toEqual([]);
    await page.click('button[aria-label="Close picture"]');
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    expect((await countShown(page))['resource-used']).toBeUndefined();
    expect(complaints).toEqual([]);
    await page.browserContext().close();
  });

  it('shows what a panel of a comic was made with in a drawer', async () => {
    const { page } = await site.open(`/comics/${wai.versionIds[1]}`);
    await page.click('button[aria-label="Open panel"]');
    await page.waitForSelector('body > .drawer li a');
    expect((await countShown(page))['resource-used']).toBe(2);
    expect(await disagreements(page)).toEqual([]);
    await page.click('button[aria-label="Close panel"]');
    await page.waitForFunction(() => window.__sandbox.shown().length === 0);
    await page.browserContext().close();
  });

  it('opens a review behind the page’s own path', async () => {
    const { page } = await site.open(`/models/${wai.modelId}/reviews`);
    await page.select('select[aria-label="Version"]', String(wai.versionIds[2]));
    await page.waitForFunction(id => location.search === `?modelVersionId=${id}`, {}, wai.versionIds[2]);
    await page.locator('button ::-p-text(Open review)').click();
    await page.waitForSelector('[role="dialog"] .text-link');
    expect(await page.evaluate(() => location.pathname)).toBe(`/models/${wai.modelId}/reviews`);
    expect(await page.evaluate(() => new URLSearchParams(location.search).get('dialog'))).toBe('resourceReview');
    expect((await countShown(page)).review).toBe(1);
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    await page.browserContext().close();
  });

  it('replaces the texts that people wrote, anchors and all', async () => {
    const { page } = await site.open('/articles/3');
    await page.$eval('.article-text a', anchor => anchor.setAttribute('data-old', 'yes'));
    await page.evaluate(() => window.__sandbox.replaceTexts());
    await page.waitForFunction(() => !document.querySelector('[data-old]'));
    expect((await countShown(page)).text).toBe(12);
    expect(await disagreements(page)).toEqual([]);
    await page.browserContext().close();
  });
});
