import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { BUTTON } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { addableMark, bringIntoView, CONDITIONS, type Condition, focusButton, type Placed } from './honest-places.ts';

const { wai } = landmarks;
/** More than the largest version of the catalogue needs. */
const ROOM_KB = 1e10;

const inLongRun = (name: string, test: () => Promise<void>) => everyCase && it(name, test);

/** Wherever there are marks; a cosmetic frame is one of cards alone. */
const EVERYWHERE = ['beside blurred pictures', 'under a sticky head', 'with reduced motion', 'at 200 % zoom'] as const;

type How = 'mouse' | 'key' | 'finger';
const ways = (condition: Condition): How[] => (condition === 'with reduced motion' ? ['mouse', 'key'] : ['mouse']);

async function press(page: Page, place: string, how: How): Promise<void> {
  if (how === 'mouse') return clickCentre(page, place);
  if (how === 'key') {
    await focusButton(page, place);
    return page.keyboard.press('Enter');
  }
  const { x, y } = await settledCentre(page, place);
  return page.touchscreen.tap(x, y);
}

describe('an honest press adds at once, and nothing more is asked', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').length;

  beforeEach(async () => {
    const { id } = stage.sandbox.accounts.get('small');
    stage.sandbox.vault.setStorage(id, stage.sandbox.vault.usedKb(id) + ROOM_KB);
    // More presses than pages may cause in a minute (site-additions.ts).
    const popup = await stage.browser.openPopup();
    await popup.evaluate("chrome.storage.session.remove('vaulted-additions')");
    await stage.browser.closePopup(popup);
  });

  /** Presses under a condition; returns what came of it instead of an addition. */
  async function refusals(page: Page, place: string, how: How, condition: string): Promise<string[]> {
    const before = toggles();
    const open = async () => (await ui(page)).map(({ kind, text }) => `${kind}: ${text}`);
    const wasOpen = await open();
    await press(page, place, how);
    const isAnswered = async () => toggles() > before || (await open()).some(each => !wasOpen.includes(each));
    await until('something to come of it', isAnswered).catch(() => undefined);
    // The page hears of the request as it leaves.
    await until('a request', () => toggles() > before, { timeoutMs: 2_000 }).catch(() => undefined);
    const found = toggles() === before + 1 ? [] : [`${condition}, ${how}: ${(await open()).join(' ')}`];
    await page.keyboard.press('Escape');
    return found;
  }

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

  inLongRun('the vault button: by mouse, by key, by finger', async () => {
    const out = wai.versionIds.filter(id => expectedState(stage, 'small', id) === 'out');
    const found: string[] = [];
    for (const [at, [condition, how]] of MIXED.entries()) {
      const page = await goodPage(stage.browser, `/models/${wai.modelId}?modelVersionId=${out[at]}`);
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
      found.push(...(await refusals(page, BUTTON, how, condition)));
    }
    expect(found).toEqual([]);
  });
});
