import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, buttonOf, inDialog, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { OFFICIAL_ADD, OFFICIAL_REMOVE, untilOfficial, untilSaid } from '@/tests/e2e/support/site/official.ts';
import { button } from '@/tests/e2e/support/site/reading.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, emoji, cjk } = landmarks;

/** So long after the site's own toggle no check of ours counts: what reads may be behind (site-facts.md F.5). */
const COOLDOWN_MS = 15_000;
const LEARNT_MS = 25_000;

describe('the official button, with the key and the site on one account', () => {
  const stage = useStage({ member: 'small' });
  const ours = () => stage.sandbox.requests.of('vault/toggle-version');
  const theirs = () => stage.sandbox.requests.of('trpc/vault').filter(({ method }) => method === 'POST');
  const quiet = () => untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);

  it('does not remove what Vaulted has just added, though its label is stale', async () => {
    const versionId = wai.versionIds[1];
    const page = await openModel(stage.browser, wai, versionId);
    await untilOfficial(page, OFFICIAL_ADD);
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to say that it is in the vault', ({ state }) => state === 'pending');
    await untilOfficial(page, OFFICIAL_ADD);
    await clickCentre(page, OFFICIAL_ADD);
    await untilSaid(page, /^v15\.0 of .+ is in your vault/);
    await quiet();
    expect(theirs()).toEqual([]);
    expect(ours()).toHaveLength(1);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
    expect((await buttonOf(page, versionId)).state).toBe('pending');
  });

  it('does not add again what Vaulted has just removed, and says so', async () => {
    const versionId = wai.versionIds[0];
    const page = await openModel(stage.browser, wai, versionId);
    await untilOfficial(page, OFFICIAL_REMOVE);
    await clickCentre(page, BUTTON);
    await clickCentre(page, inDialog('remove'));
    await untilButton(page, 'to say that it is out', ({ state }) => state === 'out');
    await untilOfficial(page, OFFICIAL_REMOVE);
    await clickCentre(page, OFFICIAL_REMOVE);
    await untilSaid(page, /^v16\.0 of .+ is not in your vault any more.*own button/);
    await quiet();
    expect(theirs()).toEqual([]);
    expect(ours()).toHaveLength(1);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(0);
    expect((await buttonOf(page, versionId)).state).toBe('out');
  });

  it('is held back while Vaulted works on the version', async () => {
    const versionId = wai.versionIds[2];
    stage.sandbox.faults.add({
      endpoint: 'vault/toggle-version',
      versionId,
      kind: 'delay',
      ms: 3_000,
      when: 'after-commit',
    });
    const page = await openModel(stage.browser, wai, versionId);
    await untilOfficial(page, OFFICIAL_ADD);
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to say that it works', ({ state }) => state === 'busy');
    await clickCentre(page, OFFICIAL_ADD);
    await untilSaid(page, /still working on v14\.0 of .+again in a moment/);
    await untilButton(page, 'to say that it is in the vault', ({ state }) => state === 'pending');
    await quiet();
    expect(theirs()).toEqual([]);
    expect(ours()).toHaveLength(1);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
  });

  it('is left alone where its label is right, and Vaulted learns what came of it', async () => {
    const cases = [
      { model: emoji, versionId: emoji.versionIds[1], click: OFFICIAL_ADD, becomes: OFFICIAL_REMOVE, state: 'pending' },
      { model: emoji, versionId: emoji.versionIds[0], click: OFFICIAL_REMOVE, becomes: OFFICIAL_ADD, state: 'out' },
      // The site's own request fails: nothing has changed.
      { model: cjk, versionId: cjk.versionIds[1], click: OFFICIAL_ADD, becomes: OFFICIAL_ADD, state: 'out' },
    ];
    stage.sandbox.faults.add({ endpoint: 'trpc/vault', versionId: cjk.versionIds[1], kind: 'status', status: 500 });
    const opened: { page: Page; clickedAt: number }[] = [];
    for (const { model, versionId, click } of cases) {
      const page = await openModel(stage.browser, model, versionId);
      await untilOfficial(page, click);
      await clickCentre(page, click);
      opened.push({ page, clickedAt: performance.now() });
      await untilButton(page, 'to be unsettled', ({ state }) => state === 'busy');
    }
    for (const [index, { model, versionId, becomes, state }] of cases.entries()) {
      const { page, clickedAt } = opened[index] ?? expect.fail();
      await untilOfficial(page, becomes);
      const settled = await until(
        `the button of ${versionId} to have learnt`,
        async () => {
          const now = await button(page);
          return now && now.state !== 'busy' ? now : undefined;
        },
        { timeoutMs: LEARNT_MS },
      );
      expect(settled).toMatchObject({ state, versionId, modelId: model.modelId });
      expect(performance.now() - clickedAt).toBeGreaterThan(COOLDOWN_MS);
      expect(theirs().filter(({ versionIds }) => versionIds.includes(versionId))).toHaveLength(1);
    }
    expect(ours()).toEqual([]);
    expect(cases.map(({ versionId }) => rowsOf(stage, 'small', versionId).length)).toEqual([1, 0, 0]);
  });
});
