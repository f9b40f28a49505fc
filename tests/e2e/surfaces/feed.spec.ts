import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { goodPage, scrollThrough, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

/** How far one scrolls: a few hundred cards in the quick run, 2,000 in the long one. */
const CARDS = process.env.VAULTED_EVERY_CASE === '1' ? 2_000 : 400;

describe('marks in the feed', () => {
  const stage = useStage({ siteAccount: 'small' });
  const truth = () => vaultTruth(stage, 'small');
  const open = (path = '/models') => goodPage(stage.browser, path);
  const right = (page: Page, fewest = 8) => allMarked(page, truth, fewest);

  setUp(async () => {
    const { accounts, catalogue, vault } = stage.sandbox;
    const { id } = accounts.get('small');
    const crowd = catalogue.models.filter(model => model.tags.includes('crowd'));
    for (const [n, model] of crowd.entries()) {
      if (n % 4 === 0) for (const version of model.versions.slice(0, 1 + (n % 3))) vault.add(id, version.id);
    }
    stage.sandbox.runJobs();
    await stage.browser.signIn(keys.small);
    const last = new RegExp(`limit=200.*page=${Math.ceil(vault.items(id).length / 200)}\\b`);
    const pages = () => stage.sandbox.requests.of('vault/all');
    await until('the last page', () => pages().some(({ search }) => last.test(search)));
    await untilQuiet('the vault to be read', () => stage.sandbox.requests.all().length);
    stage.sandbox.requests.clear();
  });

  it(`follows ${CARDS} cards down and up again, and asks nothing for them`, async () => {
    const page = await open();
    await right(page);
    let seen = 0;
    await scrollThrough(page, CARDS, async () => {
      seen += (await right(page)).shown;
    });
    expect(seen).toBeGreaterThan(CARDS / 2);
    await scrollTo(page, 0);
    await right(page);
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    const asked = stage.sandbox.requests.all().filter(({ endpoint }) => endpoint !== 'site');
    expect(asked.map(({ endpoint }) => endpoint)).toEqual([]);
    await expectClean(stage.browser, page);
  }, 300_000);

  it('follows sorting, a base-model filter that puts versions into the links, and ads that come and go', async () => {
    const page = await open();
    await right(page);
    const choose = async (menu: string, item: string) => {
      await clickCentre(page, `button[aria-label="${menu}"]`);
      await until(`${item} to be chosen`, () =>
        page.evaluate(text => {
          const found = [...document.querySelectorAll<HTMLElement>('.mantine-Menu-item')];
          const wanted = found.find(each => each.textContent === text);
          wanted?.click();
          return Boolean(wanted);
        }, item),
      );
    };
    await choose('Sort', 'Most Downloaded');
    await right(page);
    await choose('Filters', 'Illustrious');
    await until('links that name versions', () =>
      page.evaluate(() => window.__sandbox.shown().every(({ versionId }) => versionId !== undefined)),
    );
    await page.keyboard.press('Escape');
    await right(page);
    await page.evaluate(() => window.__sandbox.showAds(false));
    await right(page);
    await page.evaluate(() => window.__sandbox.showAds(true));
    await right(page);
    await expectClean(stage.browser, page);
  });

  it('follows renaming, new versions in place, and is not moved by 500 changes of figures', async () => {
    const page = await open();
    await right(page);
    await page.evaluate(() => {
      const [first, second] = window.__sandbox.shown();
      if (first) window.__sandbox.renameModel(first.modelId, 'Quite another name');
      if (second) window.__sandbox.publishVersion(second.modelId, 1);
    });
    await right(page);
    const changes = await page.evaluate(() => {
      const nodes = [...document.querySelectorAll('span[data-vaulted-kind]')];
      Object.assign(window, { badges: nodes });
      return window.__sandbox.bumpCounters(500);
    });
    expect(changes).toBe(500);
    await right(page);
    expect(
      await page.evaluate(() => {
        const before: unknown = Reflect.get(window, 'badges');
        return Array.isArray(before) && before.every(node => node instanceof Element && node.isConnected);
      }),
    ).toBe(true);
    await expectClean(stage.browser, page);
  });

  it('follows a client navigation and the way back, and another number of columns', async () => {
    const page = await open();
    await right(page);
    await scrollTo(page, 1_500);
    await right(page);
    await clickCentre(page, '[data-index="5"] .card-root a');
    await page.waitForSelector('button[aria-label="Scroll versions left"]');
    await right(page, 1);
    await page.goBack();
    await page.waitForSelector('[data-index]');
    await right(page);
    for (const width of [700, 400, 1280]) {
      await page.setViewport({ width, height: 900 });
      await right(page, 2);
    }
    await expectClean(stage.browser, page);
  });

  it('is the same on civitai.red', async () => {
    const page = await goodPage(stage.browser, 'https://civitai.red/models');
    await right(page);
    await scrollThrough(page, 100, async () => void (await right(page)));
    await expectClean(stage.browser, page);
  });
});
