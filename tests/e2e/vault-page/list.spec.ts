import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { VaultItemRow } from '@/sandbox/records.ts';
import { axeFindings, axeInBothSchemes } from '@/tests/e2e/support/browser/axe.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { browserName, type Stage, useStage } from '@/tests/e2e/support/stage.ts';
import {
  dialogText,
  focused,
  press,
  readList,
  searchFor,
  untilDialog,
  untilList,
} from '@/tests/e2e/support/vault/vault-page.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import { typeWords } from '@/utils/sentences/type-words.ts';

/** The vault page once the whole vault is on it. */
async function openFull(stage: Stage, member: 'small' | 'huge', query = ''): Promise<Page> {
  const total = stage.sandbox.vault.items(stage.sandbox.accounts.get(member).id).length;
  const page = await stage.browser.openVaultPage(query);
  await until('the whole vault to be there', async () => (await textOf(page)).includes(total.toLocaleString('en')));
  await until('the vault to be up to date', async () => /up to date|as of/.test(await textOf(page)), {
    timeoutMs: 30_000,
  });
  return page;
}

describe('a vault of 5,000', () => {
  const stage = useStage({ member: 'huge' });
  const rows = () => stage.sandbox.vault.items(stage.sandbox.accounts.get('huge').id);

  it('is there at once from the mirror, though the site doesn’t answer', async () => {
    await openFull(stage, 'huge');
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    await stage.browser.closePages();
    stage.sandbox.faults.add({ kind: 'hang' });
    const page = await stage.browser.openVaultPage();
    const { rows: shown } = await untilList(page, 'to count all', ({ count }) => count === 5_000);
    expect(shown.length).toBeGreaterThan(5);
    expect(await textOf(page)).toMatch(/5,000 versions, .*(up to date|as of)|(up to date|as of).*5,000 versions/);
  });

  it('renders no more than can be seen, wherever one scrolls', async () => {
    const page = await openFull(stage, 'huge');
    const inView = Math.ceil(900 / 64) + 2 * 6 + 2;
    for (const share of [0, 0.3, 0.71, 1]) {
      await page.evaluate(part => scrollTo(0, part * document.documentElement.scrollHeight), share);
      const { rows: shown } = await untilList(page, 'to follow', ({ rows: each }) => {
        const seen = each.map(({ index }) => index);
        return share < 1 ? seen.some(index => Math.abs(index - share * 5_000) < 60) : seen.includes(4_999);
      });
      expect(shown.length).toBeLessThanOrEqual(inView);
    }
  });

  it('searches, filters and sorts as the database says, and keeps that in its address', async () => {
    const page = await openFull(stage, 'huge');
    await searchFor(page, 'KEPT ONLY here 49');
    const found = rows().filter(row => row.modelName.toLowerCase().includes('kept only here 49'));
    await untilList(page, 'to be searched', ({ count }) => count === found.length);
    await press(page, 'Size');
    const heaviest = [...found].sort((a, b) => b.modelSizeKb - a.modelSizeKb)[0];
    await untilList(page, 'to be sorted', ({ rows: [first] }) => first?.name === heaviest?.modelName);
    const address = await until('the address to follow', () =>
      page.evaluate(() => (location.search.includes('sort=totalSize') ? location.search : undefined)),
    );
    await stage.browser.closePages();
    const again = await stage.browser.openVaultPage(address);
    const list = await untilList(again, 'to be as before', ({ count }) => count === found.length);
    expect(list.rows[0]?.name).toBe(heaviest?.modelName);
    expect(list.summary).toContain(`${found.length} of 5,000 versions`);
    await press(again, 'Show everything');
    await untilList(again, 'to be whole', ({ count }) => count === 5_000);
  });

  it('counts in its facets what the database has', async () => {
    const page = await openFull(stage, 'huge');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.facet')].flatMap(facet =>
        [...facet.querySelectorAll('.facet-value')].map(value => [
          facet.querySelector('legend')?.textContent ?? '',
          value.querySelector('.facet-name')?.textContent ?? '',
          Number((value.querySelector('.facet-count')?.firstChild?.textContent ?? '').replaceAll(',', '')),
        ]),
      ),
    );
    const fields = { Status: 'status', Type: 'type', 'Base model': 'baseModel', Category: 'category' } as const;
    for (const [title, field] of Object.entries(fields)) {
      const own = shown.filter(([legend]) => legend === title);
      expect(own.length).toBeGreaterThan(0);
      for (const [, name, count] of own) {
        const isOf = (row: VaultItemRow): boolean =>
          field === 'type' ? typeWords(row.type) === name : row[field] === (name === 'No category' ? '' : name);
        expect([title, name, count]).toEqual([title, name, rows().filter(isOf).length]);
      }
    }
  });
});

describe('the vault page', () => {
  const stage = useStage({ member: 'small' });
  afterEach(() => stage.browser.setOffline(false));

  it('is worked by keyboard alone: walk, select, open, and back to where one was', async () => {
    const page = await openFull(stage, 'small');
    const { rows } = await readList(page);
    await page.focus('.export-button');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(`gridcell model ${rows[0]?.id}`);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Model');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.down('Shift');
    await page.keyboard.press(' ');
    await page.keyboard.up('Shift');
    await untilList(page, 'to have three selected', ({ summary }) => summary.startsWith('3 selected'));
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    const last = await until('the focus on the last row', async () => {
      const { rows: shown } = await readList(page);
      const id = shown.find(({ index }) => index === 41)?.id;
      return (await focused(page)) === `gridcell model ${id}` ? id : undefined;
    });
    await page.keyboard.press('Enter');
    await untilDialog(page, /Downloads/);
    await page.keyboard.press('Escape');
    await until('the focus to be back', async () => (await focused(page)) === `gridcell model ${last}`);
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe(`gridcell select ${last}`);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toMatch(/^gridcell select/);
  });

  it('tells everything of an item, and opens the model at that version', async () => {
    const page = await openFull(stage, 'small', '?query=wai-illu');
    const { rows } = await untilList(page, 'to be searched', ({ count }) => count === 2);
    expect(rows.map(({ name }) => name)).toEqual(['WAI-illustrious-SDXL', 'WAI-illustrious-SDXL']);
    await page.click('.row .cell--model');
    const text = await untilDialog(page, /still offers this version to everybody/);
    for (const part of [
      'WAI',
      'Checkpoint',
      'Illustrious',
      'character',
      '6.46 GB',
      '12 KB',
      '4 MB',
      'urn:air:sdxl:checkpoint:civitai:827184@',
    ])
      expect(text).toContain(part);
    const link = await page.$eval('dialog .dialog-foot a', anchor => anchor.getAttribute('href'));
    expect(link).toMatch(/^https:\/\/civitai\.com\/models\/827184\?modelVersionId=\d+$/);
  });

  it('leads to the site’s own downloads, which know nothing of the key', async () => {
    const [row] = stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id, landmarks.wai.versionIds[0]);
    const page = await openFull(stage, 'small', '?query=v16.0');
    await page.click('.row .cell--model');
    await untilDialog(page, /through your login on civitai\.com/);
    const hrefs = await page.$$eval('dialog .download', links => links.map(link => link.getAttribute('href')));
    const base = `https://civitai.com/api/download/vault/${row?.id}`;
    expect(hrefs).toEqual([
      `${base}?type=model&fileId=${row?.files[0]?.id}`,
      `${base}?type=details`,
      `${base}?type=images`,
    ]);
    const visits = stage.sandbox.requests
      .of('auth/session')
      .map(({ cookie, authorization }) => [cookie, authorization]);
    expect(visits.length).toBeGreaterThan(0);
    for (const visit of visits) expect(visit).toEqual([true, undefined]);
    stage.sandbox.requests.clear();
    await press(page, 'Details');
    const asked = await until('the download', () => stage.sandbox.requests.of('download/vault')[0]);
    expect([asked.cookie, asked.authorization, asked.status, asked.search]).toEqual([
      true,
      undefined,
      307,
      '?type=details',
    ]);
  });

  it.each([
    ['second', /logged in on civitai\.com as second: Civitai will refuse these downloads\. Log in as small first/],
    [undefined, /aren’t logged in on civitai\.com in this browser: Civitai will refuse/],
  ] as const)('says before the click that downloads won’t work for %s', async (visitor, words) => {
    await stage.browser.setLogin(visitor && stage.sandbox.accounts.get(visitor));
    try {
      const page = await openFull(stage, 'small', '?query=v16.0');
      await page.click('.row .cell--model');
      await untilDialog(page, words);
      expect(await axeFindings(page)).toEqual([]);
    } finally {
      await stage.browser.setLogin(stage.sandbox.accounts.get('small'));
    }
  });

  it('has nothing that axe finds, nor in its dialogs, in dark or light', async () => {
    const page = await openFull(stage, 'small');
    const isFine = async (what: string) => expect(await axeInBothSchemes(stage.browser, page), what).toEqual([]);
    await isFine('the list');
    await page.click('.head-cell input');
    await untilList(page, 'to be selected', ({ summary }) => summary.startsWith('42 selected'));
    await isFine('a selection');
    await press(page, 'Remove…');
    await until('everything to be looked up', async () => !(await dialogText(page)).includes('Still being looked up'));
    await isFine('the confirmation');
    await press(page, 'Keep everything');
    await press(page, 'Export');
    await isFine('the export');
    await press(page, 'Cancel');
    await searchFor(page, 'nothing like that');
    await until('nothing to be found', async () => (await textOf(page)).includes('Nothing fits'));
    await isFine('nothing found');
    expect(stage.browser.complaints(page).pageErrors).toEqual([]);
  });

  it.each([
    ['320 px', 320, 640],
    ['200 % zoom', 640, 400],
    ['400 % zoom', 320, 256],
  ])('holds at %s', async (_, width, height) => {
    const page = await openFull(stage, 'small');
    await page.setViewport({ width, height });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await until('the layout to follow', async () => (await overflow()) <= 0);
    await press(page, 'Filters');
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Filters');
    await page.evaluate(() => document.querySelector('.grid')?.scrollIntoView());
    await page.click('.row .cell--model');
    await untilDialog(page, /Downloads/);
    const fits = await page.evaluate(() => {
      const { left, right } = document.querySelector('dialog[open]')?.getBoundingClientRect() ?? {
        left: -1,
        right: 9_999,
      };
      return left >= 0 && right <= innerWidth;
    });
    expect(fits).toBe(true);
  });

  // Firefox offers no way to say what its user prefers.
  if (browserName === 'chromium') {
    it('moves nothing for those who asked for stillness', async () => {
      const page = await openFull(stage, 'small');
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      stage.sandbox.faults.add({ endpoint: 'vault/get', kind: 'delay', ms: 1_500 });
      await press(page, 'Refresh');
      await until('the refresh', () =>
        page.evaluate(() => Boolean(document.querySelector('[aria-label="Refresh"][aria-disabled="true"]'))),
      );
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });
  }
});
