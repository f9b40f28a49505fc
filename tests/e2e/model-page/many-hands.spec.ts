import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { keptPlaces } from '@/tests/e2e/faults/places.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, inDialog, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { pressInPopup, removeNow, untilGrace } from '@/tests/e2e/support/vault/open-removals.ts';
import { expectedState, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;
type Model = { modelId: number; versionIds: readonly number[] };

/** A second request for a version has to wait this long: what reads may be behind (site-facts.md F.5). */
const LAG_ALLOWANCE_MS = 15_000;

describe('many hands', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  const quiet = () => untilQuiet('the number of toggles', () => toggles().length);

  /** Every button and every mark on every page says so, and the sandbox's own database as well. */
  async function agree(pages: Page[], versionId: number, state: 'pending' | 'out', timeoutMs?: number): Promise<void> {
    for (const page of pages) {
      await until(
        `the button and the mark of ${versionId} to say "${state}"`,
        async () => {
          const found = (await ownMarks(page)).filter(mark => mark.versionId === versionId);
          return found.length === 2 && found.every(mark => mark.state === state);
        },
        { timeoutMs: timeoutMs ?? 10_000 },
      );
    }
    await quiet();
    expect(expectedState(stage, 'small', versionId)).toBe(state);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(state === 'out' ? 0 : 1);
  }

  async function openTwice(versionId: number, model: Model = wai): Promise<[Page, Page]> {
    return [await openModel(stage.browser, model, versionId), await openModel(stage.browser, model, versionId)];
  }

  async function openDialog(page: Page): Promise<void> {
    await page.bringToFront();
    await clickCentre(page, BUTTON);
    await settledCentre(page, inDialog('remove'));
  }

  it('take ten fast clicks on one button for one', async () => {
    const versionId = wai.versionIds[1];
    const pages = await openTwice(versionId);
    stage.sandbox.faults.add({ endpoint: 'vault/toggle-version', versionId, kind: 'delay', ms: 1_000 });
    await clickCentre(pages[1], BUTTON, { count: 10 });
    await agree(pages, versionId, 'pending');
    expect(toggles().map(({ toggled }) => toggled)).toEqual(['add']);
  });

  it('take clicks in two tabs at once for one', async () => {
    const versionId = wai.versionIds[2];
    const pages = await openTwice(versionId);
    await Promise.all(pages.map(page => clickCentre(page, BUTTON)));
    await agree(pages, versionId, 'pending');
    expect(toggles().map(({ toggled }) => toggled)).toEqual(['add']);
  });

  it('remove at once in two tabs what is removed once', async () => {
    const versionId = wai.versionIds[0];
    const pages = await openTwice(versionId);
    for (const page of pages) await openDialog(page);
    await Promise.all(pages.map(page => clickCentre(page, inDialog('remove'))));
    await untilGrace(pages[0]);
    await pressInPopup(stage.browser, 'now');
    await agree(pages, versionId, 'out');
    expect(toggles().map(({ toggled }) => toggled)).toEqual(['remove']);
  });

  it('do what was asked last when one tab removes while the other adds', async () => {
    const versionId = wai.versionIds[3];
    const [adding, removing] = await openTwice(versionId);
    await openDialog(removing);
    await openDialog(adding);
    await removeNow(stage.browser, adding);
    await untilButton(adding, 'to say that it is out', ({ state }) => state === 'out');

    // The dialog in the other tab still stands. It takes back a change that is not sent yet: nothing is sent for it.
    await clickCentre(adding, BUTTON);
    await untilButton(adding, 'to wait, and say why', ({ name }) => /Waiting to add.*changed a moment ago/.test(name));
    await removing.bringToFront();
    await clickCentre(removing, inDialog('remove'));
    await agree([adding, removing], versionId, 'out');
    expect(toggles().map(({ toggled }) => toggled)).toEqual(['remove']);
  });

  // Two waits of 15 s; with a clock that is made up, the tests of the engine do the same each time.
  if (everyCase) {
    it('undo what is on its way already once it is safe to', async () => {
      const [kept] = keptPlaces(stage);
      if (!kept) throw new Error('The sandbox keeps too few versions');
      const { versionId, model } = kept;
      const fault = { endpoint: 'vault/toggle-version', versionId, kind: 'delay', ms: 3_000, times: 1 } as const;
      const [adding, removing] = await openTwice(versionId, model);
      await openDialog(removing);
      await openDialog(adding);
      await removeNow(stage.browser, adding);
      await untilButton(adding, 'to say that it is out', ({ state }) => state === 'out');
      stage.sandbox.faults.add(fault);
      await clickCentre(adding, BUTTON);
      await until('the addition to be on its way', () => toggles().length === 2, { timeoutMs: 30_000 });
      await removing.bringToFront();
      await clickCentre(removing, inDialog('remove'));
      await until('the removal to leave', () => toggles().length === 3, { timeoutMs: 30_000 });
      await agree([adding, removing], versionId, 'out');
      expect(toggles().map(({ toggled }) => toggled)).toEqual(['remove', 'add', 'remove']);
      const [first = 0, second = 0, third = 0] = toggles().map(({ at }) => at);
      expect(second - first).toBeGreaterThan(LAG_ALLOWANCE_MS);
      expect(third - second).toBeGreaterThan(LAG_ALLOWANCE_MS);
    });
  }
});
