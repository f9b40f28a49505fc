import { beforeAll, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { hydrated, type Opened, reactErrors } from './browser.ts';
import { type Counts, countShown, disagreements } from './shown.ts';
import { stageSite } from './site-stage.ts';

const { wai, singleVersion } = landmarks;
const version = wai.versionIds[0];

const site = stageSite();
/** One tab of a member, in which the pages are loaded one after the other. */
let tab: Opened;

beforeAll(async () => {
  tab = await site.open('/login', { account: 'small' });
}, 30_000);

const pages: [path: string, least: Counts][] = [
  ['/', { card: 6 }],
  ['/models', { card: 10 }],
  ['/tag/style', { card: 10 }],
  ['/search/models?query=amber', { card: 10 }],
  ['/collections/3', { card: 10 }],
  ['/collections/3/review', { card: 10 }],
  ['/user/studio_3', { showcase: 5, card: 5 }],
  ['/user/studio_3/models', { card: 10 }],
  ['/user/studio_3/shop', { shop: 8 }],
  [`/models/${wai.modelId}/wai-illustrious-sdxl`, { required: 1, optional: 1, recommended: 2, text: 3 }],
  [`/models/${singleVersion.modelId}/only-one`, { required: 1 }],
  [`/models/${wai.modelId}/reviews`, {}],
  [`/images/${version}0`, { 'resource-used': 2 }],
  [`/posts/${version}`, { 'posted-to': 1, text: 2 }],
  [`/posts/${version}/edit`, { 'post-edit': 10 }],
  ['/articles/1', { text: 12 }],
  [`/reviews/${version}1`, { review: 1 }],
  ['/auctions', { auction: 12 }],
  ['/challenges/1', { challenge: 14, 'contest-score': 3 }],
  ['/ecosystems/illustrious', { ecosystem: 9 }],
  ['/bounties/1', { 'bounty-resource': 5 }],
  ['/user/downloads', { download: 6 }],
  ['/user/vault', { 'vault-row': 42 }],
];

describe('every surface (site-facts.md A.1)', () => {
  it.each(pages)('%s shows what it says it shows, in silence', async (path, least) => {
    const { page, complaints } = tab;
    await page.goto(`https://civitai.com${path}`);
    await hydrated(page);
    const names = Object.keys(least);
    await page.waitForFunction(
      wanted => wanted.every(name => window.__sandbox.shown().some(({ surface }) => surface === name)),
      {},
      names,
    );
    const counts = await countShown(page);
    for (const name of names) expect(counts[name], name).toBeGreaterThanOrEqual(least[name] ?? 0);
    expect(await disagreements(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    expect(complaints).toEqual([]);
    expect(await reactErrors(page)).toEqual([]);
  });

  it('finds each entry again by its selector', async () => {
    const { page } = tab;
    await page.goto('https://civitai.com/articles/1');
    await hydrated(page);
    const isSame = await page.evaluate(() =>
      window.__sandbox.shown().map(({ element, selector }) => document.querySelector(selector) === element),
    );
    expect(isSame).toEqual(Array.from({ length: 12 }, () => true));
  });

  it('shows cards below a model, and comments, once one scrolls there', async () => {
    const { page, complaints } = await site.open(`/models/${wai.modelId}/wai-illustrious-sdxl`);
    await page.$eval('.below-model', showcase => showcase.scrollIntoView());
    await page.waitForSelector('.row-scroller a');
    await page.$eval('.comments-room', section => section.scrollIntoView());
    await page.waitForSelector('.comment a');
    await page.$eval('.suggested', carousel => carousel.scrollIntoView());
    await page.waitForSelector('.suggested-slide a');
    expect(await page.$eval('.suggested-slide', slide => slide.id)).toMatch(/^\d+$/);
    const filled = await page.$$eval('.suggested-slide', slides => slides.map(slide => slide.childElementCount));
    expect(filled[0]).toBe(1);
    expect(filled.at(-1)).toBe(0);
    expect((await countShown(page))['collection-showcase']).toBe(20);
    expect(await disagreements(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.browserContext().close();
  });

  it('is the same on civitai.red, where mature cards are blurred behind a cover', async () => {
    const { page, complaints } = await site.open('/collections/1', { host: 'civitai.red', width: 2_560 });
    await page.waitForSelector('.card-blur + a[href^="/models/"]');
    expect(await disagreements(page)).toEqual([]);
    await page.click('.card-show');
    expect(complaints).toEqual([]);
    await page.browserContext().close();
  });

  it('fits a narrow screen, where the vault is a grid of plain anchors', async () => {
    const { page } = await site.open('/user/vault', { account: 'small', width: 400 });
    await page.waitForSelector('.vault-cards a');
    expect(await page.$('table')).toBeNull();
    expect((await countShown(page))['vault-row']).toBe(42);
    expect(await disagreements(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    await page.browserContext().close();
  });
});
