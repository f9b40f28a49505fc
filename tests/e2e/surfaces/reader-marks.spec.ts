import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { spokenAt } from '@/tests/e2e/support/reader/spoken.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, buttonOf, modelPath, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai, singleVersion, emoji } = landmarks;
const [, , , , added] = wai.versionIds;

describe('a reader’s text for the marks', () => {
  const stage = useStage({ member: 'small' });
  const ofButton = (page: Page) => spokenAt(page, { host: BUTTON, inside: '.button' });
  const readsCard = async (page: Page, modelId: number, text: string | RegExp) =>
    expect(await spokenAt(page, { host: `span${ofModel(modelId)}`, inside: '.button' })).toMatch(text);

  it('on cards: how many versions are in the vault, and what a press does', async () => {
    const page = await goodPage(stage.browser, '/models');
    await allMarked(page, () => vaultTruth(stage, 'small'), 8);
    const press = 'Press to see its versions.';
    await readsCard(
      page,
      wai.modelId,
      `button “2 in vault: WAI-illustrious-SDXL. 2 versions are in your vault. ${press}”`,
    );
    await readsCard(
      page,
      emoji.modelId,
      /^button “In vault: 🦊 Fox .+\. 1 version is in your vault\. Remove from vault…”/,
    );
    await readsCard(page, singleVersion.modelId, /^button “Add(?: .+)?: .*Only One.*\. No version is in your vault\.”/);
  });

  it.each([
    [
      'pending',
      /^button “.*[Pp]ending: .+ of .+\. This version is in your vault\. Civitai usually stores it within minutes\. Remove from vault…”/,
    ],
    [
      'failed',
      /^button “.*failed: .+ of .+\. This version is in your vault and counts against your storage, but Civitai hasn’t managed to store it\. Remove from vault…”/,
    ],
  ])('of a version that is %s', async (state, text) => {
    const { versions } = vaultTruth(stage, 'small');
    const isOnSite = (id: number) => stage.sandbox.catalogue.findModelOfVersion(id)?.status === 'Published';
    const versionId = Number(Object.keys(versions).find(id => versions[Number(id)] === state && isOnSite(Number(id))));
    const model = stage.sandbox.catalogue.findModelOfVersion(versionId);
    const page = await stage.browser.newPage(modelPath(model?.id ?? 0, versionId));
    await buttonOf(page, versionId);
    expect(await ofButton(page)).toMatch(text);
  });

  it('while one is added', async () => {
    const page = await openModel(stage.browser, wai, added);
    const slow = stage.sandbox.faults.add({ endpoint: 'vault/toggle-version', kind: 'delay', ms: 2_000, times: 1 });
    await clickCentre(page, BUTTON);
    await until('the request', () => slow.hits() === 1);
    expect(await ofButton(page)).toMatch(
      /^button “Adding….*: .+ of WAI-illustrious-SDXL\. This version is not in your vault\./,
    );
    await untilButton(page, 'to say that it is in', ({ state }) => ['in', 'pending'].includes(state), {
      timeoutMs: 30_000,
    });
  }, 90_000);
});
