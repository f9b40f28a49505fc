import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import {
  BUTTON,
  buttonOf,
  clickVersion,
  openModel,
  settledMarks,
  untilButton,
  versionList,
} from '@/tests/e2e/support/site/model-page.ts';
import { listMarks, ui } from '@/tests/e2e/support/site/reading.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { expectedState, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, huge, cjk, emoji, rtl } = landmarks;

describe('the main job', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');

  it('shows of all 12 versions whether they are in the vault, with one check', async () => {
    const page = await openModel(stage.browser, wai);
    const found = await settledMarks(page, 12);
    expect(found.map(({ versionId, state }) => [versionId, state])).toEqual(
      wai.versionIds.map(id => [id, expectedState(stage, 'small', id)]),
    );
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    const checks = stage.sandbox.requests.of('vault/check-vault');
    expect(checks).toHaveLength(1);
    expect(checks[0]?.versionIds).toEqual(expect.arrayContaining([...wai.versionIds]));
    expect(checks[0]?.status).toBe(200);
  });

  it("says the state in each version button's accessible name", async () => {
    const page = await openModel(stage.browser, wai);
    const { names } = await versionList(page);
    for (const [index, mark] of (await listMarks(page)).entries()) {
      expect(mark.insideOf).toBe(`${names[index]} ${mark.name}`);
      expect(mark.name).not.toBe('');
    }
  });

  it('adds with one click and one request, and says so in every tab', async () => {
    const other = await openModel(stage.browser, wai, wai.versionIds[1]);
    const page = await openModel(stage.browser, wai, wai.versionIds[1]);
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to say that it is in the vault', ({ state }) => state === 'pending');
    await untilButton(other, 'in the other tab to follow', ({ state }) => state === 'pending');
    expect((await settledMarks(page, 12))[1]?.state).toBe('pending');
    expect(toggles().map(({ versionIds, method, toggled }) => [versionIds, method, toggled])).toEqual([
      [[wai.versionIds[1]], 'POST', 'add'],
    ]);
    expect(rowsOf(stage, 'small', wai.versionIds[1])).toHaveLength(1);
  });

  it('shows a stored version otherwise than one that waits and one that could not be stored', async () => {
    const { vault, settings, accounts } = stage.sandbox;
    const { id } = accounts.get('small');
    vault.add(id, cjk.versionIds[1]);
    settings.processingFails.add(cjk.versionIds[1]);
    vault.add(id, emoji.versionIds[1]);
    stage.sandbox.runJobs();
    vault.add(id, rtl.versionIds[1]);
    for (const [model, state] of [
      [cjk, 'failed'],
      [emoji, 'in'],
      [rtl, 'pending'],
    ] as const) {
      const page = await openModel(stage.browser, model);
      // What this browser knew before is on screen until the check has answered.
      const states = async () => (await settledMarks(page, 2)).map(mark => mark.state).join();
      await until(`the marks to say ${state}`, async () => (await states()) === `in,${state}`);
      await clickVersion(page, 1);
      expect((await buttonOf(page, model.versionIds[1])).state).toBe(state);
      await expectClean(stage.browser, page);
    }
  });

  it('adds by keyboard, and ten fast clicks are one', async () => {
    const versionId = wai.versionIds[2];
    const page = await openModel(stage.browser, wai, versionId);
    await openRoots(page);
    await page.evaluate(() => {
      const host = document.querySelector('[data-vaulted-kind="button"]');
      host?.shadowRoot?.querySelector('button')?.focus();
    });
    for (let press = 0; press < 10; press++) await page.keyboard.press('Enter');
    await untilButton(page, 'to say that it is in the vault', ({ state }) => state === 'pending');
    await untilQuiet('the number of toggles', () => toggles().length);
    expect(toggles()).toHaveLength(1);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
  });

  it('does nothing when the page itself clicks', async () => {
    const page = await openModel(stage.browser, wai, wai.versionIds[4]);
    await openRoots(page);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[data-vaulted-kind="button"]');
      host?.click();
      host?.shadowRoot?.querySelector('button')?.click();
    });
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    expect(toggles()).toHaveLength(0);
  });

  it('explains what can’t fit for want of free space, and does not send it', async () => {
    const page = await openModel(stage.browser, huge, huge.hugeVersionId);
    await clickCentre(page, BUTTON);
    const said = await until('a sentence about the free space', async () => {
      const text = (await ui(page)).find(({ kind }) => kind === 'toast')?.text;
      return text && /room|space|storage|GB/i.test(text) ? text : undefined;
    });
    expect(said).not.toMatch(/\b(500|400|BAD_REQUEST)\b/);
    expect(toggles()).toHaveLength(0);
    expect(rowsOf(stage, 'small', huge.hugeVersionId)).toHaveLength(0);
  });

  it('lets the version list be clicked: a mark is no control', async () => {
    const page = await openModel(stage.browser, wai);
    await clickVersion(page, 5);
    await buttonOf(page, wai.versionIds[5]);
    expect(new URL(page.url()).searchParams.get('modelVersionId')).toBe(String(wai.versionIds[5]));
    // What is seen of a mark stands on the button's edge, beside it; only of what is in the vault.
    await clickCentre(page, `:has(> button [data-vaulted-version="${wai.versionIds[3]}"]) > [data-vaulted-ui="badge"]`);
    await buttonOf(page, wai.versionIds[3]);
    expect(toggles()).toHaveLength(0);
  });
});
