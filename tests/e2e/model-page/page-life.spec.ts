import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { travel } from '@/tests/e2e/support/browser/history.ts';
import { buttonOf, clickVersion, modelPath, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { OFFICIAL_ADD, OFFICIAL_REMOVE, untilOfficial } from '@/tests/e2e/support/site/official.ts';
import { ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { watchTruth, wrongs } from '@/tests/e2e/support/site/truth.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { until, untilQuiet, untilValue } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

/** The models of this file: in every frame, each mark and the button may only name versions that are really there. */
const truth = { 'WAI-illustrious-SDXL': wai.versionIds };

describe('the button names the version on screen', () => {
  const stage = useStage({ member: 'small' });
  let page: Page;
  beforeEach(async () => {
    page = await stage.browser.newPage();
    await watchTruth(page, truth);
  });
  const open = (path: string) => page.goto(`https://civitai.com${path}`, { waitUntil: 'load' });
  const nothingWasWrong = async () => expect(await wrongs(page)).toEqual([]);

  it('after a reload', async () => {
    await open(modelPath(wai.modelId));
    await buttonOf(page, wai.versionIds[0]);
    await clickVersion(page, 3);
    await buttonOf(page, wai.versionIds[3]);
    await page.reload({ waitUntil: 'load' });
    await buttonOf(page, wai.versionIds[3]);
    await nothingWasWrong();
  });

  /** Leaves the page and comes back. False: the browser had not kept it. */
  const returns = async (): Promise<boolean> => {
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.persisted = String(persisted);
      });
      document.documentElement.dataset.isKept = '';
    });
    await page.goto('https://civitai.red/models', { waitUntil: 'load' });
    await travel(page, -1, ({ pathname, host }) => host === 'civitai.com' && pathname.includes(String(wai.modelId)));
    const shown = () =>
      page.evaluate(() => {
        const { isKept, persisted } = document.documentElement.dataset;
        return { isComplete: document.readyState === 'complete', isKept, persisted };
      });
    const isThere = ({ isComplete, isKept, persisted }: Awaited<ReturnType<typeof shown>>) =>
      isKept === undefined ? isComplete : persisted !== undefined;
    return (await untilValue('the page to be there again', shown, isThere)).persisted === 'true';
  };

  it('when the page comes out of the back/forward cache', async () => {
    // No page with a request under way is kept, and no browser promises to keep one.
    const isKept = async () => {
      await open(modelPath(wai.modelId, wai.versionIds[4]));
      await buttonOf(page, wai.versionIds[4]);
      // On a busy machine it comes long after all else, and asks.
      await untilOfficial(page, `:is(${OFFICIAL_ADD}, ${OFFICIAL_REMOVE})`);
      await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
      return returns();
    };
    await until('the page to come out of the cache', isKept, { timeoutMs: 40_000 });
    await buttonOf(page, wai.versionIds[4]);
    expect((await ownMarks(page)).filter(({ isButton }) => isButton)).toHaveLength(1);
    await clickVersion(page, 6);
    await buttonOf(page, wai.versionIds[6]);
    await nothingWasWrong();
  });

  it('on civitai.red as on civitai.com', async () => {
    await page.goto(`https://civitai.red${modelPath(wai.modelId)}`, { waitUntil: 'load' });
    await buttonOf(page, wai.versionIds[0]);
    await nothingWasWrong();
  });

  if (browserName === 'chromium') {
    it('on a page that the browser ran in advance, once the user opens it', async () => {
      const path = modelPath(wai.modelId);
      await open('/models');
      await page.evaluate(url => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] });
        document.head.append(rules);
      }, path);
      const asked = () => stage.sandbox.requests.all().map(request => request.path);
      await until('the page to have run', () => asked().includes('/api/trpc/vault.isModelVersionInVault'));
      await untilQuiet('the number of requests', () => asked().length);
      expect(stage.sandbox.requests.of('vault/check-vault')).toEqual([]);
      const opened = page.waitForNavigation();
      await page.evaluate(url => location.assign(url), path);
      await opened;
      const [entry] = await page.evaluate(() =>
        performance.getEntriesByType('navigation').map(each => Reflect.get(each, 'activationStart') > 0),
      );
      expect(entry).toBe(true);
      await untilButton(page, 'to know', ({ state }) => state === 'in');
    });
  }
});
