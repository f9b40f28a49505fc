import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, buttonOf, inDialog, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { OFFICIAL_ADD, OFFICIAL_REMOVE, untilOfficial, untilSaid } from '@/tests/e2e/support/site/official.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { removeNow } from '@/tests/e2e/support/vault/open-removals.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, emoji, cjk } = landmarks;

/** So long after the site's own toggle no check of ours counts: what reads may be behind (site-facts.md F.5). */
const COOLDOWN_MS = 15_000;
const LEARNT_MS = 25_000;
/** The site's own label changes after 0.2 s (site-facts.md "Seen on the second look"). */
const AT_ONCE_MS = 3_000;

describe('the official button, with the key and the site on one account', () => {
  const stage = useStage({ member: 'small' });
  const ours = () => stage.sandbox.requests.of('vault/toggle-version');
  const theirs = () => stage.sandbox.requests.of('trpc/vault').filter(({ method }) => method === 'POST');
  /** Whether the version was checked so long after `clickedAt` that the answer counts. */
  const checksSince = (versionId: number, clickedAt: number) =>
    Date.now() - clickedAt > COOLDOWN_MS &&
    stage.sandbox.requests
      .of('vault/check-vault')
      .some(({ versionIds, at }) => versionIds.includes(versionId) && at - clickedAt > COOLDOWN_MS);
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
    await removeNow(stage.browser, page);
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

  /** Clicks "Add" and takes it back at once: our own intent waits, after the ordinary question. */
  const addAndTakeBack = async (model: typeof wai, versionId: number): Promise<Page> => {
    const page = await openModel(stage.browser, model, versionId);
    await untilOfficial(page, OFFICIAL_ADD);
    await clickCentre(page, OFFICIAL_ADD);
    await untilOfficial(page, OFFICIAL_REMOVE);
    await clickCentre(page, OFFICIAL_REMOVE);
    await clickCentre(page, inDialog('remove'));
    await untilSaid(page, /was changed a moment ago.*will remove it once/);
    expect(ours()).toEqual([]);
    return page;
  };

  it('is left alone where its label is right, shown at once, and checked once checks count again', async () => {
    const cases = [
      { model: emoji, versionId: emoji.versionIds[1], click: OFFICIAL_ADD, becomes: OFFICIAL_REMOVE, state: 'pending' },
      { model: emoji, versionId: emoji.versionIds[0], click: OFFICIAL_REMOVE, becomes: OFFICIAL_ADD, state: 'out' },
      // The site's own request fails: nothing has changed, and only a check can tell.
      { model: cjk, versionId: cjk.versionIds[1], click: OFFICIAL_ADD, becomes: OFFICIAL_ADD, state: 'out' },
    ];
    stage.sandbox.faults.add({ endpoint: 'trpc/vault', versionId: cjk.versionIds[1], kind: 'status', status: 500 });
    const takenBack = await addAndTakeBack(wai, wai.versionIds[4]);
    const opened: { page: Page; clickedAt: number }[] = [];
    for (const { model, versionId, click, becomes, state } of cases) {
      const page = await openModel(stage.browser, model, versionId);
      await untilOfficial(page, click);
      await clickCentre(page, click);
      opened.push({ page, clickedAt: Date.now() });
      const shown = becomes === click ? 'busy' : state;
      await untilButton(page, `to show ${shown}`, mark => mark.state === shown, { timeoutMs: AT_ONCE_MS });
    }
    // The check comes a quarter of a minute later, as after every change.
    if (!everyCase) return;
    for (const [index, { model, versionId, becomes, state }] of cases.entries()) {
      const { page, clickedAt } = opened[index] ?? expect.fail();
      await untilOfficial(page, becomes);
      await until(`a check of ${versionId}, once checks count again`, () => checksSince(versionId, clickedAt), {
        timeoutMs: LEARNT_MS,
      });
      expect(await buttonOf(page, versionId)).toMatchObject({ state, versionId, modelId: model.modelId });
      expect(Date.now() - clickedAt).toBeGreaterThan(COOLDOWN_MS);
      expect(theirs().filter(({ versionIds }) => versionIds.includes(versionId))).toHaveLength(1);
    }
    await untilButton(takenBack, 'to say that it is out', ({ state }) => state === 'out', { timeoutMs: LEARNT_MS });
    expect(ours().map(({ versionIds }) => versionIds)).toEqual([[wai.versionIds[4]]]);
    const rows = [...cases.map(({ versionId }) => versionId), wai.versionIds[4]];
    expect(rows.map(versionId => rowsOf(stage, 'small', versionId).length)).toEqual([1, 0, 0, 0]);
  });
});
