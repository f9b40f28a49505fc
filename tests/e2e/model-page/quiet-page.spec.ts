import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { expectNoShift } from '@/tests/e2e/support/site/layout-shift.ts';
import { buttonOf, modelPath, settledMarks, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { OFFICIAL_REMOVE, untilOfficial } from '@/tests/e2e/support/site/official.ts';
import { siteBoxes } from '@/tests/e2e/support/site/site-boxes.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, generationOnly, permanentGate } = landmarks;
const widths = [1280, 400];

/** Controls of the site at whose centre something of ours would be hit. */
function coveredControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#__next a, #__next button, #__next input')]
      .filter(control => {
        const { x, y, width, height } = control.getBoundingClientRect();
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        return hit?.matches('span[data-vaulted-kind], [data-vaulted-ui]') && !control.contains(hit);
      })
      .map(control => control.outerHTML.slice(0, 120)),
  );
}

/** Writes down, from the first moment of every document on, whether anything of ours came before the hydration's end. */
async function watchInsertions(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const early: string[] = [];
    Object.assign(window, { earlyOfVaulted: early });
    new MutationObserver(records => {
      if (performance.getEntriesByName('Next.js-hydration').length > 0) return;
      for (const { addedNodes, target } of records) {
        for (const node of addedNodes) {
          if (node instanceof Element && node.matches('span[data-vaulted-kind], [data-vaulted-ui]'))
            early.push(`${node.localName} in ${target.nodeName}`);
        }
      }
    }).observe(document, { childList: true, subtree: true });
  });
}

const early = (page: Page) => page.evaluate(() => Reflect.get(window, 'earlyOfVaulted'));

describe('Vaulted is a quiet guest on the model page', () => {
  const stage = useStage({ member: 'small' });
  let plain: TestBrowser | undefined;
  setUp(
    async () => {
      plain = await openBrowser({ browser: browserName, sandbox: stage.sandbox, extensionDir: false });
      await plain.setLogin(stage.sandbox.accounts.get('small'));
    },
    () => plain?.close(),
  );
  afterEach(() => plain?.closePages());
  const without = () => {
    if (!plain) throw new Error('The browser without Vaulted is there from beforeAll on');
    return plain;
  };
  const rest = () => untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);

  const visit = async (browser: TestBrowser, path: string, width = 1280) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await watchInsertions(page);
    await page.goto(`https://civitai.com${path}`, { waitUntil: 'load' });
    return page;
  };

  it.each([
    ['twelve versions', wai],
    ['a version for the generator only', generationOnly],
  ] as const)('%s: no React error, no console error, nothing before hydration', async (_name, model) => {
    const page = await visit(stage.browser, modelPath(model.modelId));
    await settledMarks(page, model.versionIds.length);
    await buttonOf(page, model.versionIds[0]);
    await rest();
    expect(stage.browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    expect(await early(page)).toEqual([]);
  });

  it("the page's own data is read in its other encoding, too", async () => {
    stage.sandbox.settings.trpcEncoding = 'devalue';
    try {
      const page = await visit(stage.browser, modelPath(wai.modelId));
      await settledMarks(page, 12);
      expect(stage.sandbox.requests.of('models/{id}')).toEqual([]);
      expect(stage.browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    } finally {
      stage.sandbox.settings.trpcEncoding = 'superjson';
    }
  });

  it.each(widths)(
    'at %i px it says before the press that access is missing, and covers nothing of its price',
    async width => {
      const page = await visit(stage.browser, modelPath(permanentGate.modelId), width);
      await untilButton(page, 'to say so', ({ name }) =>
        /^Early access: .*can’t be added until you have access/.test(name),
      );
      const { badge, own } = await page.evaluate(() => {
        const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().toJSON();
        return { badge: boxOf('.price-badge'), own: boxOf('[data-vaulted-kind="button"]') };
      });
      const isApart =
        own.right <= badge.left || own.left >= badge.right || own.bottom <= badge.top || own.top >= badge.bottom;
      expect([isApart, badge.height, own.height > 0]).toEqual([true, 18, true]);
      expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
    },
  );

  const openAt = async (width: number) => {
    const page = await visit(stage.browser, modelPath(wai.modelId), width);
    await settledMarks(page, 12);
    await buttonOf(page, wai.versionIds[0]);
    await untilOfficial(page, OFFICIAL_REMOVE);
    await rest();
    return page;
  };
  it.each(widths)(
    'at %i px nothing of the site moves, neither while it loads nor after, and no control is covered',
    async width => {
      const bare = await visit(without(), modelPath(wai.modelId), width);
      // The site's own button comes last.
      await untilOfficial(bare, OFFICIAL_REMOVE);
      await rest();
      const before = await siteBoxes(bare);
      const page = await openAt(width);
      expect(Object.keys(before).length).toBeGreaterThan(200);
      expect(await siteBoxes(page)).toEqual(before);
      expect(await coveredControls(page)).toEqual([]);
      const { box } = await buttonOf(page, wai.versionIds[0]);
      expect([box.width > 0, box.x >= 0, box.x + box.width <= width]).toEqual([true, true, true]);

      // Only Chromium measures layout shift; in both, the boxes above show that nothing has moved.
      if (browserName === 'chromium') await expectNoShift(bare, page, () => openAt(width));
    },
  );
});
