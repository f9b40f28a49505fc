import { describe, expect, it } from 'vitest';
import { axeFindings, axeInBothSchemes } from '@/tests/e2e/support/browser/axe.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import {
  dialogText,
  focused,
  openFull,
  press,
  readList,
  searchFor,
  untilDialog,
  untilList,
} from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

describe('the vault page', () => {
  const stage = useStage({ member: 'small' });

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
    await press(page, 'Remove nothing');
    await press(page, 'Export');
    await isFine('the export');
    await press(page, 'Cancel');
    await searchFor(page, 'nothing like that');
    await until('nothing to be found', async () => (await textOf(page)).includes('Nothing matches'));
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
    expect(await axeFindings(page, { rules: ['target-size', 'label-content-name-mismatch'] })).toEqual([]);
    await press(page, 'Done');
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

  // Firefox has no way to say what its user prefers.
  if (browserName === 'chromium') {
    it('moves nothing for those who asked for stillness', async () => {
      const page = await openFull(stage, 'small');
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      stage.sandbox.faults.add({ endpoint: 'vault/get', kind: 'delay', ms: 1_500 });
      await press(page, 'Refresh');
      await until('the refresh', () =>
        page.evaluate(() => Boolean(document.querySelector('[aria-label="Refresh"][aria-busy="true"]'))),
      );
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });
  }
});
