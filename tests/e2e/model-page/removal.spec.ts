import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { keptPlaces } from '@/tests/e2e/faults/places.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, inDialog, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { type Stage, useStage } from '@/tests/e2e/support/stage.ts';
import { pressInPopup, removeNow, untilGrace } from '@/tests/e2e/support/vault/open-removals.ts';
import { openQuestions, readQuestion, untilAsked } from '@/tests/e2e/support/vault/own-ground.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai, generationOnly } = landmarks;

describe('a removal', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  const dialogIsOpen = async (page: Parameters<typeof ui>[0]) => (await ui(page)).some(({ kind }) => kind === 'dialog');

  it('asks before it removes: Keep keeps, Escape keeps, Remove removes once', async () => {
    const versionId = wai.versionIds[3];
    const page = await openModel(stage.browser, wai, versionId);
    await clickCentre(page, BUTTON);
    await settledCentre(page, inDialog('remove'));
    const text = (await ui(page)).find(({ kind }) => kind === 'dialog')?.text ?? '';
    expect(text).toContain('v13.0');
    expect(text).toContain('6.47 GB');
    expect(text).toMatch(/again/);
    expect(text).toMatch(/notes/);
    await clickCentre(page, inDialog('keep'));
    await until('the dialog to close', async () => !(await dialogIsOpen(page)));

    await clickCentre(page, BUTTON);
    await settledCentre(page, inDialog('remove'));
    await page.keyboard.press('Escape');
    await until('the dialog to close', async () => !(await dialogIsOpen(page)));

    await clickCentre(page, BUTTON);
    await settledCentre(page, inDialog('remove'));
    await page.keyboard.press('Enter');
    await until('Enter to keep: it is the default', async () => !(await dialogIsOpen(page)));
    expect(toggles()).toHaveLength(0);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);

    await clickCentre(page, BUTTON);
    await removeNow(stage.browser, page);
    await untilButton(page, 'to say that it is out', ({ state }) => state === 'out');
    expect(toggles().map(({ toggled }) => toggled)).toEqual(['remove']);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(0);
  });

  /** The removal was confirmed: it needs no more presses, but would wait for the end of its grace. */
  const leaveNow = async (page: Page) => {
    await untilGrace(page);
    await pressInPopup(stage.browser, 'now');
    await page.bringToFront();
    await untilButton(page, 'to say that it is out', ({ state }) => state === 'out');
  };

  it('takes two presses by keyboard and two by finger, as by mouse', async () => {
    const [byKey, byTouch] = keptPlaces(stage).filter(({ model }) => model.modelId !== wai.modelId);
    if (!byKey || !byTouch) throw new Error('The sandbox keeps too few versions');
    const page = await openModel(stage.browser, byKey.model, byKey.versionId);
    await openRoots(page);
    await page.$eval(BUTTON, host => host.shadowRoot?.querySelector<HTMLElement>('.button')?.focus());
    await page.keyboard.press('Enter');
    await settledCentre(page, inDialog('remove'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await leaveNow(page);

    const other = await openModel(stage.browser, byTouch.model, byTouch.versionId);
    for (const place of [BUTTON, inDialog('remove')]) {
      const { x, y } = await settledCentre(other, place);
      await other.touchscreen.tap(x, y);
    }
    await leaveNow(other);
    expect(toggles().map(({ toggled }) => toggled)).toEqual(['remove', 'remove']);
  });

  it.each([
    ['that is not for the public', () => {}, generationOnly, generationOnly.generationVersionId],
    ['that can’t be looked up', refuseLookUps, wai, wai.versionIds[0]],
  ] as const)('of a version %s is asked about once, in a window of ours', async (_, prepare, model, versionId) => {
    prepare(stage);
    const page = await openModel(stage.browser, model, versionId);
    await clickCentre(page, BUTTON);
    const question = await untilAsked(stage.browser);
    await until('its risk', async () => /only copy/.test((await readQuestion(question)).text));
    const isTold = async () => (await ui(page)).some(({ text }) => text.includes('asking you in a window of its own'));
    await until('the page to say so', isTold);
    expect(await dialogIsOpen(page)).toBe(false);
    // The window closes under the press: Firefox may never say that it was done.
    void clickCentre(question, '.confirm-actions button').catch(() => undefined);
    await until('the window to close', async () => (await openQuestions(stage.browser)) === 0);
    expect([toggles().length, rowsOf(stage, 'small', versionId).length]).toEqual([0, 1]);
  });
});

function refuseLookUps({ sandbox }: Stage): void {
  for (const endpoint of ['model-versions/{id}', 'model-versions/mini/{id}'] as const)
    sandbox.faults.add({ endpoint, kind: 'status', status: 500 });
}
