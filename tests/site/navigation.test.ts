import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { stageSite } from './site-stage.ts';

const { wai } = landmarks;
const WAI = `/models/${wai.modelId}/wai-illustrious-sdxl`;

const site = stageSite();

describe('client navigation (site-facts.md C.1)', () => {
  it('changes the address before the page, leaves __NEXT_DATA__ alone, and comes back', async () => {
    const { page, complaints } = await site.open('/models');
    const card = 'a[aria-label="WAI-illustrious-SDXL"]';
    await page.waitForSelector(card);
    await page.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(window, 'seen', seen);
      navigation?.addEventListener('currententrychange', () => {
        seen.push(
          `${location.pathname} over ${document.querySelector('[data-index]') ? 'the index' : 'something else'}`,
        );
      });
    });
    const before = await page.evaluate(() => history.length);
    await page.click(card);
    await page.waitForSelector('button[aria-label="Scroll versions left"]');
    expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([`${WAI} over the index`]);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    const state = await page.evaluate(() => history.state);
    expect(state).toMatchObject({ __N: true, as: WAI, options: {} });
    expect(state.url).toMatch(/^\/models\/\[id\]\/\[\[\.\.\.slug\]\]\?/);
    const nextData = await page.$eval('#__NEXT_DATA__', element => JSON.parse(element.textContent ?? ''));
    expect(nextData.page).toBe('/models');
    await page.goBack();
    await page.waitForSelector('[data-index]');
    expect(await page.evaluate(() => Reflect.get(window, 'seen').length)).toBeGreaterThan(1);
    await page.goForward();
    await page.waitForSelector('button[aria-label="Scroll versions left"]');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fills and empties cards as one scrolls, on the same card root', async () => {
    const { page } = await site.open('/models');
    await page.waitForSelector('a[aria-label="WAI-illustrious-SDXL"]');
    const id = await page.$eval('.card-root', root => root.id);
    expect(id).toMatch(/^.{8}$/);
    const scroll = (to: number) => page.$eval('#main > .scroll-area', (area, top) => area.scrollTo({ top }), to);
    await scroll(1_600);
    await page.waitForFunction(() => !document.querySelector('a[aria-label="WAI-illustrious-SDXL"]'));
    expect(await page.evaluate(key => Boolean(document.getElementById(key)), id)).toBe(true);
    await scroll(0);
    await page.waitForSelector(`[id="${id}"] a[aria-label="WAI-illustrious-SDXL"]`);
    // Further away the row itself goes, and comes back as another node.
    // The feed grows while one scrolls: a far place may not be there at the first try.
    const far = `document.querySelector('#main > .scroll-area').scrollTo({ top: 6000 })`;
    await page.waitForFunction(`${far}, !document.getElementById('${id}')`, { polling: 200 });
    await scroll(0);
    await page.waitForSelector('a[aria-label="WAI-illustrious-SDXL"]');
    expect(await page.$eval('.card-root', root => root.id)).not.toBe(id);

    // Back from a model, the index is where it was.
    await scroll(1_500);
    await page.locator('[data-index="5"] .card-root a').click();
    await page.waitForSelector('button[aria-label="Scroll versions left"]');
    expect(await page.$eval('#main > .scroll-area', area => area.scrollTop)).toBe(0);
    await page.goBack();
    await page.waitForFunction(() => {
      const top = document.querySelector('#main > .scroll-area')?.scrollTop ?? 0;
      return document.querySelector('[data-index]') && top > 1_000;
    });
    await page.close();
  });
});

describe('versions (site-facts.md B.2)', () => {
  it('switches by a shallow replace: no history entry, no request, back leaves the model', async () => {
    const { page } = await site.open('/models');
    await page.locator('a[aria-label="WAI-illustrious-SDXL"]').click();
    await page.waitForSelector('button[aria-label="Scroll versions left"]');
    expect(await page.evaluate(() => location.search)).toBe('');
    const before = await page.evaluate(() => history.length);
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.locator('::-p-text(v14.0)').click();
    await page.waitForFunction(() => document.title.startsWith('WAI-illustrious-SDXL - v14.0 | '));
    expect(await page.evaluate(() => location.search)).toBe(`?modelVersionId=${wai.versionIds[2]}`);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(asked.filter(url => url.includes('_next/data') || url.includes('model.getById'))).toEqual([]);
    await page.goBack();
    await page.waitForSelector('[data-index]');
    await page.close();
  });

  it('replaces the address of a version that is not to be seen', async () => {
    const hidden = landmarks.unpublishedVersion.unpublishedVersionId;
    const path = `/models/${landmarks.unpublishedVersion.modelId}/partly-withdrawn`;
    const { page } = await site.open(`${path}?modelVersionId=${hidden}`);
    const shown = landmarks.unpublishedVersion.versionIds[0];
    await page.waitForFunction(search => location.search === search, {}, `?modelVersionId=${shown}`);
    await page.close();
  });
});

describe('the image dialog (site-facts.md C.2)', () => {
  it('shows the picture’s address over a page that stays mounted', async () => {
    const { page, complaints } = await site.open(WAI);
    await page.evaluate(() => {
      Reflect.set(window, 'list', document.querySelector('.mantine-ScrollArea-root'));
      const seen: string[] = [];
      Reflect.set(window, 'seen', seen);
      window.addEventListener('locationchange', event => {
        if (event instanceof CustomEvent) seen.push(event.detail[0]?.url);
      });
    });
    const isMounted = () => Reflect.get(window, 'list') === document.querySelector('.mantine-ScrollArea-root');
    const path = () => location.pathname;

    await page.click('a[aria-label="Open picture"]');
    await page.waitForSelector('#main [role="dialog"] > .scroll-area .image-side li a');
    const first = `/images/${wai.versionIds[0]}0`;
    expect(await page.evaluate(path)).toBe(first);
    expect(await page.evaluate(isMounted)).toBe(true);
    expect(await page.$eval('[role="dialog"]', dialog => getComputedStyle(dialog).zIndex)).toBe('250');
    expect(await page.evaluate(() => Reflect.get(window, 'seen')[0])).toContain('dialog=imageDetail&imageId=');

    const entries = await page.evaluate(() => history.length);
    await page.click('button[aria-label="Next image"]');
    expect(await page.evaluate(path)).toBe(`/images/${wai.versionIds[0]}1`);
    expect(await page.evaluate(() => history.length)).toBe(entries);

    await page.click('button[aria-label="Close picture"]');
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    expect(await page.evaluate(path)).toBe(WAI);
    expect(await page.evaluate(isMounted)).toBe(true);
    await page.goForward();
    await page.waitForSelector('[role="dialog"]');
    expect(await page.evaluate(isMounted)).toBe(true);

    // The first resource used is a version of the model below.
    await page.locator('[role="dialog"] li a').click();
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    expect(await page.evaluate(() => location.pathname + location.search)).toBe(
      `${WAI}?modelVersionId=${wai.versionIds[0]}`,
    );
    expect(await page.evaluate(isMounted)).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
