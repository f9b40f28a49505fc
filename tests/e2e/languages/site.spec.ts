import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { textFlaws } from '@/tests/e2e/support/language/audit.ts';
import { buildIn } from '@/tests/e2e/support/language/build-in.ts';
import { ofSite } from '@/tests/e2e/support/language/languages.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { BUTTON, inDialog, modelPath } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;
const CARD = '[data-vaulted-kind="card"]';
const DIALOG = '[data-vaulted-ui="dialog"]';

/** How many elements there are in the shadow of a host. */
async function inside(page: Page, host: string, selector: string): Promise<number> {
  await openRoots(page);
  const count = (element: Element, found: string) => element.shadowRoot?.querySelectorAll(found).length ?? 0;
  return page.$eval(host, count, selector);
}

/** Opens the menu of a model's mark, as the keyboard does. */
async function openMenu(page: Page, modelId: number): Promise<void> {
  await openRoots(page);
  await page.evaluate(id => {
    const mark = document.querySelector(`span[data-vaulted-kind][data-vaulted-model="${id}"]`);
    mark?.shadowRoot?.querySelector<HTMLElement>('.button')?.focus();
  }, modelId);
  await page.keyboard.press('ArrowDown');
  await until('its versions', async () => (await inside(page, '[data-vaulted-ui="menu"]', 'li')) > 1);
}

/** Where a chip's icon stands in its mark: the edge of the card that the words slide away from. */
const iconEdge = async (page: Page, mark: string) => {
  await openRoots(page);
  return page.$eval(mark, host => {
    const icon = host.shadowRoot?.querySelector('.button [part="icon"]')?.getBoundingClientRect();
    return icon && Math.round(host.getBoundingClientRect().right - icon.right);
  });
};

/** The language that Chromium shapes the words of a host by. */
const localeOf = (page: Page, host: string) =>
  page.$eval(host, element => getComputedStyle(element).getPropertyValue('-webkit-locale'));

/** Both widths in both themes, for the reader of a real language; the last removes a version. */
const looks = [
  ['light', 400],
  ['dark', 400],
  ['light', 1280],
  ['dark', 1280],
] as const;

describe.each(ofSite)('on the site, in the language $name,', async ({ name, translate, isReal }) => {
  const build = await buildIn(browserName, translate);
  afterAll(() => build.remove());
  const stage = useStage({ extensionDir: build.folder, member: 'small' });

  let shown = '';
  const open = async (path: string, scheme: 'light' | 'dark', width: number) => {
    // The site takes its theme from a cookie as it loads, ours from the page and the browser.
    await stage.browser.emulateScheme(scheme);
    const page = await goodPage(stage.browser, path);
    await page.setViewport({ width, height: 900 });
    await stage.browser.emulateScheme(scheme);
    shown = `${scheme}-${width}`;
    return page;
  };
  const isFine = async (page: Page, selector: string, what: string) => {
    // On a narrow page the vault button isn't seen before its card stands still, 3 s at the latest (dom/hide-until-still.ts).
    await until(`${what} to be painted`, async () => {
      const flaws = await textFlaws(page, { selector, isReal });
      return !flaws.includes('nothing is shown');
    });
    await stage.browser.screenshot(page, `${name}-site-${what}-${shown}`);
    expect(await textFlaws(page, { selector, isReal }), what).toEqual([]);
  };

  const given = isReal && everyCase ? looks : looks.slice(-1);
  it.each(given)('has marks, a menu, a question and messages: %s, %i', async (scheme, width) => {
    const page = await open('/models', scheme, width);
    await allMarked(page, () => vaultTruth(stage, 'small'), width < 800 ? 4 : 8);
    const mark = `${CARD}[data-vaulted-model="${wai.modelId}"]`;
    const edge = await iconEdge(page, mark);
    await page.hover(mark);
    await until('its words', async () => (await inside(page, mark, '[part="label"]')) > 0);
    await isFine(page, CARD, 'marks');
    expect(await iconEdge(page, mark)).toBe(edge);
    await openMenu(page, wai.modelId);
    await isFine(page, '[data-vaulted-ui="menu"]', 'menu');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-vaulted-ui="dialog"]');
    await until('what is at stake', async () => (await inside(page, DIALOG, 'button:not(:disabled)')) === 2);
    await isFine(page, '[data-vaulted-ui="dialog"]', 'removal');
    // Chromium chooses glyphs and line breaks by it, and so it must be that of the words; Firefox doesn't tell.
    if (isReal && browserName === 'chromium') expect(await localeOf(page, DIALOG)).toBe(`"${name.replace('_', '-')}"`);
    const isLast = given.at(-1)?.[0] === scheme && given.at(-1)?.[1] === width;
    await clickCentre(page, inDialog(isLast ? 'remove' : 'keep'));
    if (!isLast) return;
    await page.waitForSelector('[data-vaulted-ui="toast"]');
    await isFine(page, '[data-vaulted-ui="toast"]', 'toast');
  });

  it.each(given)('has a button on a model’s page, and a recipe: %s, %i', async (scheme, width) => {
    const page = await open(modelPath(landmarks.cjk.modelId), scheme, width);
    await page.waitForSelector(`${BUTTON}[data-vaulted]:not([data-vaulted="unknown"])`);
    await isFine(page, '[data-vaulted-kind="button"]', 'button');
    const image = await open(`/images/${wai.versionIds[3]}0`, scheme, width);
    await image.waitForSelector('[data-vaulted-ui="recipe"]:not([hidden])');
    await isFine(image, '[data-vaulted-ui="recipe"]', 'recipe-button');
    await clickCentre(image, { host: '[data-vaulted-ui="recipe"]', inside: '.button' });
    await until('the sizes', async () => (await inside(image, DIALOG, '.add:not(:disabled)')) === 1);
    await isFine(image, '[data-vaulted-ui="dialog"]', 'recipe');
  });
});
