import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { textFlaws } from '@/tests/e2e/support/language/audit.ts';
import { buildIn } from '@/tests/e2e/support/language/build-in.ts';
import { accented, mirrored } from '@/tests/e2e/support/language/pseudo.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { BUTTON, inDialog, modelPath } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;
const CARD = 'vaulted-mark[data-vaulted-kind="card"]';

/** Opens the menu of a model's mark, as the keyboard does. */
async function openMenu(page: Page, modelId: number): Promise<void> {
  await page.evaluate(id => {
    const mark = document.querySelector(`vaulted-mark[data-vaulted-model="${id}"]`);
    mark?.shadowRoot?.querySelector<HTMLElement>('[part="button"]')?.focus();
  }, modelId);
  await page.keyboard.press('ArrowDown');
  await until('its versions', () =>
    page.evaluate(() => (document.querySelector('vaulted-menu')?.shadowRoot?.querySelectorAll('li').length ?? 0) > 1),
  );
}

/** Where a chip's icon stands in its mark: the edge of the card that the words slide away from. */
const iconEdge = (page: Page, mark: string) =>
  page.$eval(mark, host => {
    const icon = host.shadowRoot?.querySelector('[part="button"] svg')?.getBoundingClientRect();
    return icon && Math.round(host.getBoundingClientRect().right - icon.right);
  });

const longer = ['accented, 40 % longer', accented, 'ltr'] as const;
const turned = ['from right to left', mirrored, 'rtl'] as const;

// The gate tries long words in the extension's own pages, which have most of them.
describe.each(everyCase ? [longer, turned] : [turned])(
  'on the site, a language that is %s',
  async (_, translate, direction) => {
    const build = await buildIn(browserName, translate);
    afterAll(() => build.remove());
    const stage = useStage({ extensionDir: build.folder, member: 'small' });

    const isFine = async (page: Page, selector: string, what: string) => {
      await stage.browser.screenshot(page, `site-${direction}-${what}`);
      expect(await textFlaws(page, selector), what).toEqual([]);
    };

    it('has marks, a menu, a question and messages', async () => {
      const page = await goodPage(stage.browser, '/models');
      await allMarked(page, () => vaultTruth(stage, 'small'), 8);
      const mark = `${CARD}[data-vaulted-model="${wai.modelId}"]`;
      const edge = await iconEdge(page, mark);
      await page.hover(mark);
      await until('its words', () =>
        page.$eval(mark, host => host.shadowRoot?.querySelector('[part="label"]') !== null),
      );
      await isFine(page, CARD, 'marks');
      expect(await iconEdge(page, mark)).toBe(edge);
      await openMenu(page, wai.modelId);
      await isFine(page, 'vaulted-menu', 'menu');
      await page.keyboard.press('Enter');
      await page.waitForSelector('vaulted-dialog');
      await until('what is at stake', () =>
        page.$eval('vaulted-dialog', host => host.shadowRoot?.querySelector('button:disabled') === null),
      );
      await isFine(page, 'vaulted-dialog', 'removal');
      await clickCentre(page, inDialog('remove'));
      await page.waitForSelector('vaulted-toast');
      await isFine(page, 'vaulted-toast', 'toast');
    });

    it('has a button on a model’s page, and a recipe', async () => {
      const page = await goodPage(stage.browser, modelPath(landmarks.cjk.modelId));
      await page.waitForSelector(`${BUTTON}[data-vaulted]:not([data-vaulted="unknown"])`);
      await isFine(page, 'vaulted-button', 'button');
      const image = await goodPage(stage.browser, `/images/${wai.versionIds[3]}0`);
      await image.waitForSelector('vaulted-recipe:not([hidden])');
      await isFine(image, 'vaulted-recipe', 'recipe-button');
      await clickCentre(image, { host: 'vaulted-recipe', inside: '[part="button"]' });
      await until('the sizes', () =>
        image.$eval('vaulted-dialog', host => host.shadowRoot?.querySelector('[part="add"]:disabled') === null),
      );
      await isFine(image, 'vaulted-dialog', 'recipe');
    });
  },
);
