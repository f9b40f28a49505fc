import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, inDialog, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { removeNow } from '@/tests/e2e/support/vault/open-removals.ts';
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

  it('warns that a version that is not for the public may be the only copy', async () => {
    const versionId = generationOnly.generationVersionId;
    const page = await openModel(stage.browser, generationOnly, versionId);
    await clickCentre(page, BUTTON);
    await settledCentre(page, inDialog('remove'));
    expect((await ui(page)).find(({ kind }) => kind === 'dialog')?.text).toMatch(/only copy/);
    await clickCentre(page, inDialog('keep'));
  });

  it('warns in the same way when the look-up fails', async () => {
    stage.sandbox.faults.add({ endpoint: 'model-versions/{id}', kind: 'status', status: 500 });
    stage.sandbox.faults.add({ endpoint: 'model-versions/mini/{id}', kind: 'status', status: 500 });
    const page = await openModel(stage.browser, wai, wai.versionIds[0]);
    await clickCentre(page, BUTTON);
    await settledCentre(page, inDialog('remove'));
    expect((await ui(page)).find(({ kind }) => kind === 'dialog')?.text).toMatch(/only copy/);
    await clickCentre(page, inDialog('keep'));
  });
});
