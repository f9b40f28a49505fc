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
const ROOM_KB = 1e9;

type How = 'mouse' | 'key';
/** The longer list is for `npm run test:all`. */
const ways = (condition: Condition): How[] =>
  everyCase || condition === 'with reduced motion' ? ['mouse', 'key'] : ['mouse'];

async function press(page: Page, place: string, how: How): Promise<void> {
  if (how === 'mouse') return clickCentre(page, place);
  await focusButton(page, place);
  return page.keyboard.press('Enter');
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

  it('a row mark: beside blurred pictures, under a sticky head, with reduced motion, at 200 % zoom', async () => {
    const page = await goodPage(stage.browser, '/auctions');
    const found: string[] = [];
    for (const condition of [
      'beside blurred pictures',
      'under a sticky head',
      'with reduced motion',
      'at 200 % zoom',
    ] as const)
      found.push(...(await refusalsOf(page, 'row', condition)));
    expect(found).toEqual([]);
  });

  const MIXED = [
    ['under a sticky head', 'mouse'],
    ['with reduced motion', 'key'],
  ] as const;

  it('the vault button: by mouse under a sticky head, by key with reduced motion', async () => {
    const out = wai.versionIds.filter(id => expectedState(stage, 'small', id) === 'out');
    const found: string[] = [];
    for (const [at, [condition, how]] of MIXED.entries()) {
      const page = await goodPage(stage.browser, `/models/${wai.modelId}?modelVersionId=${out[at]}`);
      const placed = async (): Promise<Placed> => {
        await page.waitForSelector(`${BUTTON}[data-vaulted="out"]`);
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
