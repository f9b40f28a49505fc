import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { goodPage, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { expectNoShift } from '@/tests/e2e/support/site/layout-shift.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { siteBoxes } from '@/tests/e2e/support/site/site-boxes.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('marks take no space and make no noise', () => {
  // The vault page of the account on the site has sixty rows; Vaulted acts for another account.
  const stage = useStage({ member: 'small', siteAccount: 'huge' });
  let plain: TestBrowser | undefined;
  setUp(
    async () => {
      stage.sandbox.settings.liveCounters = false;
      plain = await openBrowser({ browser: browserName, sandbox: stage.sandbox, extensionDir: false });
      await plain.setLogin(stage.sandbox.accounts.get('huge'));
    },
    () => plain?.close(),
  );
  afterEach(() => plain?.closePages());
  const truth = () => vaultTruth(stage, 'small');
  const rest = () => untilQuiet('the number of requests', () => stage.sandbox.requests.all().length, 300);
  /** Where everything of the site stands, and how far the page is scrolled. */
  const laidOut = async (page: Page) => {
    const scrolled = await page.$eval('#main > .scroll-area', ({ scrollTop, scrollHeight }) => ({
      scrollTop,
      scrollHeight,
    }));
    return { ...scrolled, boxes: await siteBoxes(page) };
  };
  /** Rows that come near the screen are measured by the site itself, which changes where the others stand. */
  const drawn = (page: Page) =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    });
  const scrolled = async (browser: TestBrowser, path: string, width: number): Promise<Page> => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.goto(`https://civitai.com${path}`, { waitUntil: 'load' });
    await page.waitForFunction(() => typeof window.__sandbox?.shown === 'function');
    // What fills the ads comes at moments of its own.
    await page.evaluate(() => window.__sandbox.showAds(false));
    await rest();
    return page;
  };

  const places = [
    ['the feed', '/models', 1280, 12],
    ['a picture', `/images/${wai.versionIds[0]}0`, 1280, 2],
    ['downloads', '/user/downloads', 400, 5],
    ['an article', '/articles/1', 1280, 8],
    ['the vault page', '/user/vault', 1280, 10],
  ] as const;
  /** Their marks stand in the same kinds of places: cards, links in a text, rows. */
  const furtherPlaces = [
    ['the feed on a narrow screen', '/models', 400, 2],
    ['a profile', '/user/studio_1', 1280, 3],
    ['an ecosystem', '/ecosystems/illustrious', 1280, 9],
    ['a shop', '/user/studio_1/shop', 1280, 4],
    ['a challenge', '/challenges/1', 400, 14],
    ['the vault page on a narrow screen', '/user/vault', 400, 10],
  ] as const;

  it.each([...places, ...(everyCase ? furtherPlaces : [])])(
    'on %s everything has its right mark, and nothing of the site moves or changes its size',
    async (_name, path, width, fewest) => {
      if (!plain) throw new Error('The browser without Vaulted is there from beforeAll on');
      const [bare, page] = await Promise.all([scrolled(plain, path, width), scrolled(stage.browser, path, width)]);
      const before = await laidOut(bare);
      await allMarked(page, truth, fewest);
      await rest();
      expect(Object.keys(before.boxes).length).toBeGreaterThan(100);
      expect(await laidOut(page)).toEqual(before);
      const walk = async (each: Page) => {
        for (const top of [3_000, 700]) {
          await scrollTo(each, top);
          await drawn(each);
        }
        await rest();
      };
      await Promise.all([bare, page].map(walk));
      await allMarked(page, truth);
      expect(await laidOut(page)).toEqual(await laidOut(bare));
      await expectClean(stage.browser, page);
      if (browserName !== 'chromium') return;
      await expectNoShift(bare, page, async () => {
        const again = await scrolled(stage.browser, path, width);
        await allMarked(again, truth, fewest);
        await walk(again);
        await allMarked(again, truth);
        return again;
      });
    },
  );

  it('nor when the window gets another number of columns', async () => {
    if (!plain) throw new Error('The browser without Vaulted is there from beforeAll on');
    const browsers = [plain, stage.browser] as const;
    const [bare, page] = await Promise.all(browsers.map(each => scrolled(each, '/models', 1_280)));
    if (!bare || !page) throw new Error('Both are open');
    for (const width of [700, 400]) {
      for (const each of [bare, page]) await each.setViewport({ width, height: 900 });
      await allMarked(page, truth, 2);
      await rest();
      expect(await laidOut(page)).toEqual(await laidOut(bare));
    }
    await expectClean(stage.browser, page);
  });

  it('asks nothing about sixty links to versions: a list of now answers, also for what it doesn’t hold', async () => {
    stage.sandbox.requests.clear();
    const page = await goodPage(stage.browser, '/user/vault?page=2');
    await allMarked(page, truth, 60);
    await rest();
    expect(stage.sandbox.requests.of('vault/check-vault')).toEqual([]);
  });
});
