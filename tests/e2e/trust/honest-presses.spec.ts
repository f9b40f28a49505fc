import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { BUTTON } from '@/tests/e2e/support/site/model-page.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { addableMark, bringIntoView, CONDITIONS, type Condition, focusButton, type Placed } from './honest-places.ts';
import { type How, refusalsAt } from './honest-press.ts';

const { wai } = landmarks;
/** More than the largest version of the catalogue needs. */
const ROOM_KB = 1e10;

const inLongRun = (name: string, test: () => Promise<void>) => everyCase && it(name, test);

/** No user finds a row of a menu sooner after it has opened. */
const FIND_MS = 400;

/** Wherever there are marks; a cosmetic frame is one of cards alone. */
const EVERYWHERE = ['beside blurred pictures', 'under a sticky head', 'with reduced motion', 'at 200 % zoom'] as const;

const ways = (condition: Condition): How[] => (condition === 'with reduced motion' ? ['mouse', 'key'] : ['mouse']);

describe('an honest press adds at once, and nothing more is asked', () => {
  const stage = useStage({ member: 'small' });

  beforeEach(async () => {
    const { id } = stage.sandbox.accounts.get('small');
    stage.sandbox.vault.setStorage(id, stage.sandbox.vault.usedKb(id) + ROOM_KB);
    // More presses than pages may cause in a minute (site-additions.ts).
    const popup = await stage.browser.openPopup();
    await popup.evaluate("chrome.storage.session.remove('vaulted-additions')");
    await stage.browser.closePopup(popup);
  });

  const refusals = (page: Page, place: string, how: How, condition: string) =>
    refusalsAt(stage, page, { place, how, condition });

  /** The same for marks. Styles are for one mark, and end with its press. */
  async function refusalsOf(page: Page, kind: string, condition: Condition): Promise<string[]> {
    const found: string[] = [];
    for (const how of ways(condition)) {
      const style = await CONDITIONS[condition](page, await addableMark(page, stage, kind));
      const { selector } = await addableMark(page, stage, kind);
      found.push(...(await refusals(page, selector, how, condition)));
      if (style) await style.evaluate(element => element instanceof Element && element.remove());
    }
    return found;
  }

  const rows = { name: 'a row mark', kind: 'row', path: () => '/auctions' };
  const others = [
    { name: 'a card mark', kind: 'card', path: () => '/collections/3' },
    // Each picture shows three resources at first.
    { name: 'a line mark', kind: 'line', path: (at: number) => `/images/${wai.versionIds[at + 3]}0` },
  ];

  it.each([rows, ...(everyCase ? others : [])])(
    '$name: beside blurred pictures, under a sticky head, with reduced motion, zoomed',
    async ({ kind, path }) => {
      const found: string[] = [];
      for (const [at, condition] of EVERYWHERE.entries()) {
        const page = await goodPage(stage.browser, path(at));
        found.push(...(await refusalsOf(page, kind, condition)));
      }
      expect(found).toEqual([]);
    },
  );

  // A card in a cosmetic frame is in hostile-page.spec.ts.
  it('a card mark of mature content, which the site blurs', async () => {
    const page = await goodPage(stage.browser, 'https://civitai.red/models');
    const { selector } = await addableMark(page, stage, 'card', '.card-root:has(.card-blur)');
    await stage.browser.screenshot(page, 'honest-blurred');
    expect(await refusals(page, selector, 'mouse', 'blurred')).toEqual([]);
  });

  const MIXED = [
    ['under a sticky head', 'mouse'],
    ['with reduced motion', 'key'],
    ['at 200 % zoom', 'finger'],
  ] as const;

  const outOf = () => wai.versionIds.filter(id => expectedState(stage, 'small', id) === 'out');
  /** A model page of such a version under a condition. */
  const openOut = async (versionId: number | undefined, condition: Condition) => {
    const page = await goodPage(stage.browser, `/models/${wai.modelId}?modelVersionId=${versionId}`);
    const placed = async (): Promise<Placed> => {
      await page.waitForSelector(`${BUTTON}[data-vaulted="out"]`);
      // On a narrow screen it is hidden until its page stands still.
      await until('it to be seen', () =>
        page.$eval(BUTTON, each => each.checkVisibility({ visibilityProperty: true })),
      );
      await settledCentre(page, BUTTON);
      return bringIntoView(page, BUTTON);
    };
    await CONDITIONS[condition](page, await placed());
    await placed();
    return page;
  };

  inLongRun('the vault button: by mouse, by key, by finger', async () => {
    const out = outOf();
    const found: string[] = [];
    for (const [at, [condition, how]] of MIXED.entries()) {
      const page = await openOut(out[at], condition);
      found.push(...(await refusals(page, BUTTON, how, condition)));
    }
    expect(found).toEqual([]);
  });

  inLongRun('a row of the menu: by mouse, by key, by finger', async () => {
    const found: string[] = [];
    for (const [condition, how] of MIXED) {
      const page = await openOut(outOf()[0], condition);
      await focusButton(page, BUTTON, '.more');
      await page.keyboard.press('Enter');
      const place = { host: '[data-vaulted-ui="menu"]', inside: '.item[data-state="out"]' };
      await settledCentre(page, place);
      await new Promise(resolve => setTimeout(resolve, FIND_MS));
      found.push(...(await refusalsAt(stage, page, { place, how, condition: `menu, ${condition}` })));
    }
    expect(found).toEqual([]);
  });
});
