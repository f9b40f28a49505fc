import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import {
  dialogText,
  focused,
  press,
  searchFor,
  tickedVersions,
  untilDialog,
  untilList,
} from '@/tests/e2e/support/vault/vault-page.ts';
import { isPublic, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

describe('removing from the vault page', () => {
  const stage = useStage({ member: 'small' });
  const rows = () => stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id);
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');

  const tick = (page: Page, versionId: number) => page.click(`dialog li[data-version="${versionId}"] input`);

  /** Selects what the search finds and opens the confirmation, everything looked up. */
  const openConfirmation = async (query: string, count: number) => {
    const page = await stage.browser.openVaultPage();
    await untilList(page, 'to be there', list => list.count > 0);
    await searchFor(page, query);
    await untilList(page, 'to be searched', list => list.count === count);
    await page.click('.head-cell input');
    await press(page, 'Remove…');
    await until('everything to be looked up', async () => {
      const text = await dialogText(page);
      return text.includes('Remove from your vault?') && !text.includes('Still being looked up');
    });
    return page;
  };

  // First: what was looked up once is remembered for a while.
  it('ticks nothing that could not be looked up, until it could', async () => {
    stage.sandbox.faults.add({
      endpoint: 'model-versions/{id}',
      kind: 'status',
      status: 502,
      html: '<h1>Bad gateway</h1>',
    });
    stage.sandbox.faults.add({ endpoint: 'models', kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' });
    const page = await openConfirmation(
      'neon circuit',
      rows().filter(row => /neon circuit/i.test(row.modelName)).length,
    );
    expect(await tickedVersions(page)).toEqual([]);
    expect(await dialogText(page)).toMatch(/May be the only copy.*couldn’t be looked up.*Nothing is ticked/);
    stage.sandbox.faults.clear();
    await press(page, 'Look them up again');
    await until('them to be ticked', async () => (await tickedVersions(page)).length > 0);
    await press(page, 'Remove nothing');
    expect(toggles()).toEqual([]);
  });

  it('ticks exactly what the public can still get, and removes nothing that was not confirmed', async () => {
    const page = await openConfirmation('', 42);
    const offered = rows()
      .map(row => row.modelVersionId)
      .filter(id => isPublic(stage, id));
    expect(offered.length).toBeGreaterThan(20);
    await press(page, 'Show ');
    await until('all lines', async () => (await tickedVersions(page)).length > 6);
    expect((await tickedVersions(page)).sort()).toEqual([...offered].sort());
    const lookUps = stage.sandbox.requests.of('model-versions/{id}').length;
    expect(lookUps).toBeLessThanOrEqual(42);
    await press(page, 'Remove nothing');
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    expect([toggles().length, rows().length]).toEqual([0, 42]);
  });

  it('removes what is ticked, one intent each, says of each how it went, and tries nothing that can only fail again', async () => {
    const { gatedVersionId } = landmarks.earlyAccess;
    const [open] = landmarks.wai.versionIds;
    const name = rowsOf(stage, 'small', gatedVersionId)[0]?.modelName ?? '';
    const page = await stage.browser.openVaultPage();
    await untilList(page, 'to be there', ({ count }) => count === 42);
    for (const query of [name, 'v16.0']) {
      await searchFor(page, query);
      const { rows: found } = await untilList(page, 'to be searched', list => list.count < 42 && list.count > 0);
      const wanted = new Set([gatedVersionId, open].flatMap(id => rowsOf(stage, 'small', id).map(row => row.id)));
      const id = found.find(row => wanted.has(row.id))?.id;
      await page.click(`.row[data-id="${id}"] .cell--select input`);
    }
    await untilList(page, 'to count the other', ({ summary }) => summary.includes('1 of them not shown'));
    await press(page, 'Clear the search');
    await untilList(page, 'to have two selected', ({ summary }) => summary.startsWith('2 selected'));
    await press(page, 'Remove…');
    await untilDialog(page, /May be the only copy.*early access/);
    expect(await tickedVersions(page)).toEqual([open]);
    await tick(page, gatedVersionId);
    await press(page, 'Remove 2 versions');
    await press(page, 'Remove now');
    const result = await untilDialog(page, /1 removed, 1 not removed/);
    expect(await focused(page)).toBe('h2');
    expect(result).toMatch(/Vaulted can’t remove it.*vault page on Civitai/);
    expect(await axeFindings(page)).toEqual([]);
    expect([rowsOf(stage, 'small', open).length, rowsOf(stage, 'small', gatedVersionId).length]).toEqual([0, 1]);
    expect(toggles().map(({ toggled }) => toggled)).toEqual(expect.arrayContaining(['remove']));
    expect(toggles()).toHaveLength(2);

    expect(result).toContain('1 of 2 not removed');
    expect(result).not.toContain('Try again:');
    await press(page, 'Done');
    // What could not be removed is still selected, so the button that opened the dialog is still there.
    await until('the focus where it was', async () => (await focused(page)) === 'button');
    await untilList(page, 'to be without it', ({ count, summary }) => count === 41 && summary.startsWith('1 selected'));
  });

  it('follows what another tab removes, and keeps the rest selected', async () => {
    const page = await stage.browser.openVaultPage();
    const { count, rows: shown } = await untilList(page, 'to be there', list => list.count > 30);
    await page.click('.head-cell input');
    await untilList(page, 'to be selected', ({ summary }) => summary.startsWith(`${count} selected`));
    const gone = rows().find(({ id }) => id === shown[0]?.id)?.modelVersionId ?? 0;
    const other = await stage.browser.openVaultPage();
    await untilList(other, 'to be there', list => list.count === count);
    await other.click('.row .cell--model');
    await untilDialog(other, /Remove…/);
    await press(other, 'Remove…');
    await until('it to be looked up', async () => !/Still being looked up/.test(await dialogText(other)));
    if ((await tickedVersions(other)).length === 0) await tick(other, gone);
    await press(other, 'Remove 1 version');
    await press(other, 'Remove now');
    await untilDialog(other, /1 removed/);
    await untilList(
      page,
      'to be without it',
      list => list.count === count - 1 && list.summary.startsWith(`${count - 1} selected`),
    );
  });
});
