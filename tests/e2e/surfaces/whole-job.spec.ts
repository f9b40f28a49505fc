import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel, outOnScreen } from '@/tests/e2e/support/site/model-marks.ts';
import { inDialog } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const RULES = ['target-size', 'label-content-name-mismatch'];

const OF_MODEL = 'span[data-vaulted-kind="card"]';

describe('the whole job: see, add, remove', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').length;
  const open = async (path = '/collections/3'): Promise<Page> => {
    const page = await goodPage(stage.browser, path);
    await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    return page;
  };
  /** A card of a model of which one version is in the vault. */
  const keptOn = async (page: Page) => {
    const only = `${OF_MODEL}[data-vaulted="in"][data-vaulted-count="1"]`;
    return ofModel(await page.$eval(only, host => Number(host.getAttribute('data-vaulted-model'))));
  };
  const untilState = (page: Page, mark: string, states: readonly string[]) =>
    until(
      `${mark} to be ${states.join(' or ')}`,
      () => page.$eval(mark, (host, wanted) => wanted.includes(host.getAttribute('data-vaulted') ?? ''), [...states]),
      // What was changed just before may have to settle first.
      { timeoutMs: 30_000 },
    );
  const inShadow = async (page: Page, host: string, selector: string) => {
    await openRoots(page);
    return page.evaluate(
      (outer, inner) => document.querySelector(outer)?.shadowRoot?.querySelector(inner)?.textContent ?? undefined,
      host,
      selector,
    );
  };
  const dialogOpen = (page: Page) =>
    until('the question', () => inShadow(page, '[data-vaulted-ui="dialog"]', '.remove:not(:disabled)'));

  const MENU = '[data-vaulted-ui="menu"]';
  const tap = async (page: Page, place: Parameters<typeof settledCentre>[1]) => {
    const { x, y } = await settledCentre(page, place);
    await page.touchscreen.tap(x, y);
  };

  it('by finger alone: the first tap shows what would be added', async () => {
    const page = await open();
    const out = ofModel(await outOnScreen(page, stage));
    await tap(page, out);
    await until('version and size', async () => /[KMG]B/.test((await inShadow(page, MENU, '.item')) ?? ''));
    expect(toggles()).toBe(0);
    await tap(page, { host: MENU, inside: '.item' });
    await untilState(page, out, ['in', 'pending']);
    expect(toggles()).toBe(1);
    expect(new URL(page.url()).pathname).toBe('/collections/3');
    await expectClean(stage.browser, page);
  });

  it('by finger alone: a long press shows the versions, and a question comes before a removal', async () => {
    const page = await open('/models');
    const { x, y } = await settledCentre(page, `${OF_MODEL}[data-vaulted="in"]`);
    const finger = await page.touchscreen.touchStart(x, y);
    await until('its versions', async () => /Remove/.test((await inShadow(page, MENU, '.versions')) ?? ''));
    await finger.end();
    expect(await axeFindings(page, { within: MENU, rules: RULES })).toEqual([]);
    const row = await page.evaluate(found => {
      const rows = [...(document.querySelector(found)?.shadowRoot?.querySelectorAll('li') ?? [])];
      return 1 + rows.findIndex(({ textContent }) => textContent?.includes('Remove'));
    }, MENU);
    await tap(page, { host: MENU, inside: `li:nth-child(${row}) .item` });
    await dialogOpen(page);
    expect(await axeFindings(page, { within: '[data-vaulted-ui="dialog"]', rules: RULES })).toEqual([]);
    await tap(page, inDialog('keep'));
    await until('the question to be gone', async () => (await ui(page)).length === 0);
    expect([toggles(), new URL(page.url()).pathname]).toEqual([0, '/models']);
    await expectClean(stage.browser, page);
  });

  it('by keyboard alone', async () => {
    const page = await open();
    const [out, kept] = [ofModel(await outOnScreen(page, stage)), await keptOn(page)];
    await openRoots(page);
    const stops = await page.evaluate(() =>
      [...document.querySelectorAll('span[data-vaulted-kind]')].flatMap(host =>
        [...(host.shadowRoot?.querySelectorAll('button') ?? [])].filter(button => button.tabIndex >= 0),
      ),
    );
    expect(stops).toHaveLength(0);
    const isOnMark = (mark: string) =>
      page.evaluate(found => document.activeElement === document.querySelector(found), mark);
    const isOnLink = (mark: string) =>
      page.evaluate(found => {
        const link = document.querySelector(found)?.parentElement?.querySelector('a[href]');
        return link === document.activeElement;
      }, mark);
    const description = () => page.evaluate(() => document.activeElement?.getAttribute('aria-description') ?? '');
    const isBefore = (mark: string) =>
      page.evaluate(found => {
        const [host, active] = [document.querySelector(found), document.activeElement ?? document.body];
        return host !== null && (active.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
      }, mark);
    const reach = async (mark: string) => {
      // At the document's end Firefox goes on in its own window: what stands before the focus is reached backwards.
      const isBack = await isBefore(mark);
      if (isBack) await page.keyboard.down('Shift');
      for (let presses = 0; presses < 150 && !(await isOnLink(mark)); presses += 1) await page.keyboard.press('Tab');
      if (isBack) await page.keyboard.up('Shift');
      expect(await isOnLink(mark)).toBe(true);
      await until('the key to be named', async () => /^Vaulted: .*F2/.test(await description()));
      await page.keyboard.press('F2');
      expect(await isOnMark(mark)).toBe(true);
      await page.keyboard.press('Enter');
    };
    await reach(out);
    await untilState(page, out, ['in', 'pending']);
    await page.keyboard.press('F2');
    expect(await isOnLink(out)).toBe(true);
    await reach(kept);
    await dialogOpen(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await untilState(page, kept, ['out']);
    await until('the focus to be back on the mark', () => isOnMark(kept));
    expect(toggles()).toBe(2);
    await expectClean(stage.browser, page);
  });

  it('has targets large enough, with the words that are seen in their names', async () => {
    const page = await open();
    expect(await axeFindings(page, { within: OF_MODEL, rules: RULES })).toEqual([]);
  });
});
