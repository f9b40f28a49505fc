import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel, outOnScreen } from '@/tests/e2e/support/site/model-marks.ts';
import { inDialog } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { rowsOf, vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('pressing a mark', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  it('adds the version that the site would open, with one click that leads nowhere', async () => {
    const page = await goodPage(stage.browser, '/collections/3');
    await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    const modelId = await outOnScreen(page, stage);
    const first = stage.sandbox.catalogue.findModel(modelId)?.versions[0]?.id ?? 0;
    await clickCentre(page, ofModel(modelId));
    await untilValue(
      'the version to be in',
      () => rowsOf(stage, 'small', first).length,
      count => count === 1,
    );
    await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    expect(toggles().length).toBe(1);
    expect(new URL(page.url()).pathname).toBe('/collections/3');
    await expectClean(stage.browser, page);
  });

  it.each([
    ['a showcase card', '/user/studio_1', 'a.card-root > [data-vaulted]'],
    ['a card in downloads', '/user/downloads', '.h-32 > a > [data-vaulted]'],
    ['a recommended resource', `/models/${wai.modelId}`, '.recommended-row > [data-vaulted]'],
    ['an auction', '/auctions', 'a > [data-vaulted="out"]'],
  ])('never follows %s, by mouse or keyboard', async (_name, path, selector) => {
    const page = await goodPage(stage.browser, path);
    await page.waitForSelector(selector);
    const before = page.url();
    await clickCentre(page, selector);
    await until('something to come of it', async () => toggles().length > 0 || (await ui(page)).length > 0);
    expect(page.url()).toBe(before);
    for (const key of ['Enter', ' '] as const) {
      await page.keyboard.press('Escape');
      await until('the mark to be free', () =>
        page.evaluate(found => document.querySelector<HTMLElement>(found)?.dataset.vaulted !== 'busy', selector),
      );
      const sent = toggles().length;
      await openRoots(page);
      await page.evaluate(found => {
        document.querySelector(found)?.shadowRoot?.querySelector<HTMLElement>('.button')?.focus();
      }, selector);
      await page.keyboard.press(key);
      await until(`something to come of “${key}”`, async () => {
        return toggles().length > sent || (await ui(page)).some(({ kind }) => kind === 'dialog');
      });
      expect(page.url()).toBe(before);
    }
    expect(await stage.browser.openTabs()).not.toContain('about:blank#blocked');
    await expectClean(stage.browser, page);
  });

  it('asks before it removes, and “Keep” removes nothing', async () => {
    const page = await goodPage(stage.browser, '/user/vault');
    const selector = 'a[data-vaulted="in"]';
    await page.waitForSelector(selector);
    await page.hover(selector);
    await page.waitForSelector('[data-vaulted-ui="menu"]');
    const versionId = await page.$eval(selector, link => Number(link.getAttribute('data-vaulted-version')));
    await clickCentre(page, { host: '[data-vaulted-ui="menu"]', inside: '.item' });
    await clickCentre(page, inDialog('keep'));
    expect(rowsOf(stage, 'small', versionId).length).toBe(1);
    expect(toggles()).toEqual([]);
    expect(new URL(page.url()).pathname).toBe('/user/vault');
    await expectClean(stage.browser, page);
  });

  it('does nothing when the page itself clicks', async () => {
    const page = await goodPage(stage.browser, '/models');
    await page.waitForSelector('span[data-vaulted-kind]');
    await openRoots(page);
    await page.evaluate(() => {
      for (const host of document.querySelectorAll<HTMLElement>('span[data-vaulted-kind]')) {
        host.click();
        for (const button of host.shadowRoot?.querySelectorAll('button') ?? []) button.click();
      }
    });
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(toggles()).toEqual([]);
    expect(stage.sandbox.requests.of('models/{id}')).toEqual([]);
    expect(new URL(page.url()).pathname).toBe('/models');
    await expectClean(stage.browser, page);
  });

  it('adds a whole recipe with a result for each', async () => {
    const page = await goodPage(stage.browser, `/images/${wai.versionIds[3]}0`);
    await page.waitForSelector('[data-vaulted-ui="recipe"]:not([hidden])');
    await clickCentre(page, { host: '[data-vaulted-ui="recipe"]', inside: '.button' });
    await clickCentre(page, inDialog('add'));
    const text = await untilValue(
      'how it went',
      async () => (await ui(page)).find(({ kind }) => kind === 'dialog')?.text ?? '',
      words => /\d of \d+ (is|are) in your vault now/.test(words),
      { timeoutMs: 30_000 },
    );
    expect(text).toMatch(/Added/);
    expect(toggles().length).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await allMarked(page, () => vaultTruth(stage, 'small'), 3);
    await expectClean(stage.browser, page);
  });
});
