import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel, outOnScreen } from '@/tests/e2e/support/site/model-marks.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

/** What stands in the open menu, a line for each version. */
const menuRows = async (page: Page) => {
  await openRoots(page);
  return page.evaluate(() => {
    const items = document.querySelector('[data-vaulted-ui="menu"]')?.shadowRoot?.querySelectorAll('.item') ?? [];
    return [...items].map(item => item.getAttribute('aria-label') ?? '');
  });
};

const MENU = '[data-vaulted-ui="menu"]';
const DIALOG = '[data-vaulted-ui="dialog"]';

/** What is written in an open host, without the marks that keep names apart. */
const textIn = async (page: Page, host: string) => {
  await openRoots(page);
  return page.evaluate(
    found => document.querySelector(found)?.shadowRoot?.textContent?.replace(/[\u2066-\u2069]/g, '') ?? '',
    host,
  );
};

const hasFocus = (page: Page, selector: string) =>
  page.evaluate(
    ([host, found]) => document.querySelector(host ?? '')?.shadowRoot?.activeElement?.matches(found ?? '') ?? false,
    [DIALOG, selector],
  );

/** As the keyboard does. */
async function openMenuOf(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await openRoots(page);
  await page.evaluate(found => {
    document.querySelector(found)?.shadowRoot?.querySelector<HTMLElement>('.button')?.focus();
  }, selector);
  await page.keyboard.press('ArrowDown');
}

/** In both of the site's schemes, one after the other, while `host` is open. */
async function expectReadable(page: Page, host: string): Promise<void> {
  for (const scheme of ['dark', 'light']) {
    await page.evaluate(name => document.documentElement.setAttribute('data-mantine-color-scheme', name), scheme);
    expect([host, scheme, await axeFindings(page, { within: host })]).toEqual([host, scheme, []]);
  }
}

describe('the menu of a mark', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');

  it('names every version with its state in the menu', async () => {
    const page = await goodPage(stage.browser, '/models');
    // The narrow feed makes its cards anew, and a menu goes with its card.
    await page.setViewport({ width: 400, height: 800 });
    await allMarked(page, () => vaultTruth(stage, 'small'), 2);
    await openMenuOf(page, ofModel(wai.modelId));
    const rows = await untilValue(
      'twelve versions with their states',
      () => menuRows(page),
      found => found.length === 12 && found.every(row => !row.includes('Not known')),
    );
    const known = vaultTruth(stage, 'small').versions;
    expect(rows.map(row => row.startsWith('Remove…'))).toEqual(wai.versionIds.map(id => known[id] !== undefined));
    await expectReadable(page, '[data-vaulted-ui="menu"]');
    // The first is in the vault: its row asks, and the menu is out of the way.
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-vaulted-ui="dialog"]');
    await expectReadable(page, '[data-vaulted-ui="dialog"]');
    expect((await ui(page)).map(({ kind }) => kind)).toEqual(['dialog']);
    const nothingIsOpen = () => until('nothing to be open', async () => (await ui(page)).length === 0);
    await page.keyboard.press('Escape');
    await nothingIsOpen();
    await openMenuOf(page, ofModel(wai.modelId));
    await page.keyboard.press('Escape');
    await nothingIsOpen();
    expect(toggles()).toEqual([]);
    await expectClean(stage.browser, page);
  });

  it('says in menu and message why versions can’t be looked up', async () => {
    const page = await goodPage(stage.browser, '/collections/3');
    await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    const modelId = await outOnScreen(page, stage);
    stage.sandbox.faults.add({ endpoint: 'models/{id}', kind: 'status', status: 500 });
    await openMenuOf(page, ofModel(modelId));
    const text = async () => {
      await openRoots(page);
      return page.$eval('[data-vaulted-ui="menu"]', ({ shadowRoot }) => shadowRoot?.textContent ?? '');
    };
    await untilValue('the reason', text, words =>
      words.includes('look up this model’s versions. Civitai has a problem'),
    );
    await expectReadable(page, '[data-vaulted-ui="menu"]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-vaulted-ui="toast"]');
    await expectReadable(page, '[data-vaulted-ui="toast"]');
    expect(toggles()).toEqual([]);
  });

  it('lets the user choose among all versions, adds each once, and stops where the vault is full', async () => {
    const { browser, sandbox } = stage;
    const page = await goodPage(browser, '/models');
    await page.setViewport({ width: 400, height: 800 });
    await allMarked(page, () => vaultTruth(stage, 'small'), 2);
    const { usedKb, setStorage } = sandbox.vault;
    const { id } = sandbox.accounts.get('small');
    await openMenuOf(page, ofModel(wai.modelId));
    await until('the way to all of them', async () => (await textIn(page, MENU)).includes('Add all versions…'));
    await browser.screenshot(page, 'all-versions-menu');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForSelector(DIALOG);
    await expectReadable(page, DIALOG);
    await browser.screenshot(page, 'all-versions-choice');
    const before = Object.keys(vaultTruth(stage, 'small').versions).length;
    setStorage(id, usedKb(id) + 9 * 1024 * 1024);
    await page.keyboard.press('Tab');
    for (let n = 0; n < 40 && !(await hasFocus(page, '.add')); n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const end = await untilValue(
      'its end',
      () => textIn(page, DIALOG),
      words => words.includes('Close'),
    );
    expect(end).toMatch(/enough free storage\. .*(is|are) in your vault now\. .*not sent/);
    await expectReadable(page, DIALOG);
    await browser.screenshot(page, 'all-versions-full');
    const added = Object.keys(vaultTruth(stage, 'small').versions).length - before;
    expect(added).toBeGreaterThan(0);
    // What can't fit is held back before it is sent.
    expect(toggles()).toHaveLength(added);
    await expectClean(browser, page);
  });
});
