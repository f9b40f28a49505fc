import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { focusIn, MENU, reads, readsAt } from '@/tests/e2e/support/reader/reads.ts';
import { spokenAt } from '@/tests/e2e/support/reader/spoken.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel, outOnScreen } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, buttonOf, modelPath, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai, singleVersion, emoji } = landmarks;
const [kept, out, , , added] = wai.versionIds;

/** The version's own button in the list, with the mark in it. */
const inList = (versionId: number) => `button:has([data-vaulted-kind="version"][data-vaulted-version="${versionId}"])`;

describe('a reader’s text for the marks', () => {
  const stage = useStage({ member: 'small' });
  afterEach(() => stage.browser.setOffline(false));
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

  it('on a model page: the version’s own button says it, and the vault button names the version', async () => {
    const page = await openModel(stage.browser, wai);
    await readsAt(page, inList(kept), 'button “v16.0 in your vault”');
    await readsAt(page, inList(out), 'button “v15.0 not in your vault”');
    await readsAt(
      page,
      { host: BUTTON, inside: '.button' },
      'button “In vault: v16.0 of WAI-illustrious-SDXL. This version is in your vault, and Civitai has stored it. Remove from vault…”',
    );
    await readsAt(page, { host: BUTTON, inside: '.more' }, 'button “Versions and their states” [haspopup: dialog]');
  });

  it('in a row: numbers as long as no name is known, and the names once the keyboard has come to it', async () => {
    const page = await openModel(stage.browser, wai);
    const row = 'span[data-vaulted-kind="row"][data-vaulted="out"]';
    const mark = { host: row, inside: '.button' };
    await readsAt(page, mark, /^button “Add: Version .+ of Model .+\. This version is not in your vault\.”$/);
    await focusIn(page, row, '.button');
    await readsAt(
      page,
      mark,
      /^button “Add .+ \(.+B\): .+ of .+ \(.+B\)\. This version is not in your vault\.” \[focused\]$/,
    );
  });

  it('without a connection: how old that is', async () => {
    const page = await openModel(stage.browser, wai);
    await stage.browser.setOffline(true);
    await readsAt(page, inList(kept), /^button “v16\.0 in your vault, as of .+”$/);
    await readsAt(
      page,
      { host: BUTTON, inside: '.button' },
      /^button “In vault: .+ stored it\. This is as of .+\. Remove from vault…”$/,
    );
  });

  it('pressed while it may not be meant: its menu asks once more', async () => {
    const feed = await goodPage(stage.browser, '/collections/3');
    await allMarked(feed, () => vaultTruth(stage, 'small'), 6);
    const card = ofModel(await outOnScreen(feed, stage));
    // What is typed just before belongs to a text elsewhere.
    await feed.keyboard.press('a');
    await focusIn(feed, `span${card}`, '.button');
    await feed.keyboard.press('Enter');
    await reads(feed, MENU, [
      /^dialog “.+” · “Nothing was added yet\. .+ In your vault: 0 of \d+ versions?\.”$/,
      /^button “Add .+\. Not in vault” \[focused\]$/,
    ]);
    await readsAt(feed, { host: `span${card}`, inside: '.button' }, /^button “Add .+ No version is in your vault\.”/);
    const page = await openModel(stage.browser, wai, out);
    await page.keyboard.press('a');
    await focusIn(page, BUTTON, '.button');
    await page.keyboard.press('Enter');
    await reads(page, MENU, [
      /^dialog “WAI-illustrious-SDXL” · “Nothing was added yet\. .+ This version is not in your vault\.”$/,
      'button “Add v15.0 · 6.46 GB. Not in vault” [focused]',
    ]);
    expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
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

  it('of a version that is not in the vault', async () => {
    const page = await openModel(stage.browser, wai, out);
    await readsAt(
      page,
      { host: BUTTON, inside: '.button' },
      'button “Add to vault: v15.0 of WAI-illustrious-SDXL. This version is not in your vault.”',
    );
  });
});
