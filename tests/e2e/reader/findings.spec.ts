import type { Page } from 'puppeteer-core';
import { describe, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { textOf, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { OF_TWICE, OF_VAULT_PAGE } from '@/tests/e2e/support/reader/own-page-texts.ts';
import { reads, readsAt } from '@/tests/e2e/support/reader/reads.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { findThings } from '@/tests/e2e/support/vault/find-things.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { openFull, press, untilDialog, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai, emoji, cjk, rtl, long } = landmarks;
const [kept, , , older] = wai.versionIds;

/** What is gone, what has a newer version, and a swap that is half done. */
const FOUND = { gone: emoji.versionIds[0], old: older, swapped: rtl.versionIds[0], newer: long.versionIds[0] };

const ofList = (versionId: number) => `button:has([data-vaulted-kind="version"][data-vaulted-version="${versionId}"])`;
const button = { host: BUTTON, inside: '.button' };

describe('a reader’s text for what was found out about the vault', () => {
  const stage = useStage({ member: 'small' });
  setUp(async () => {
    stage.sandbox.vault.add(stage.sandbox.accounts.get('small').id, cjk.versionIds[0]);
    const popup = await stage.browser.openPopup();
    await readFigures(popup);
    await until('a list with both rows', async () => {
      await popup.click('[aria-label="Refresh"]');
      return /Show them/.test(await textOf(popup));
    });
    await stage.browser.closePopup(popup);
  });
  const comparedVault = async (query: string): Promise<Page> => {
    await findThings(await openFull(stage, 'small'), FOUND);
    return openFull(stage, 'small', query);
  };

  it('of marks: what may be the only copy, and what has a newer version', async () => {
    await comparedVault('');
    const feed = await goodPage(stage.browser, '/models');
    const ofCard = (modelId: number) => ({ host: `span${ofModel(modelId)}`, inside: '.button' });
    await readsAt(
      feed,
      ofCard(emoji.modelId),
      /^button “In vault: 🦊 .+ What you have may be the only copy\. Remove from vault…”/,
    );
    await readsAt(
      feed,
      ofCard(wai.modelId),
      /^button “2 in vault: .+ A newer version is out\. Press to see its versions\.”/,
    );
    const gone = await openModel(stage.browser, emoji);
    await readsAt(
      gone,
      button,
      /^button “In vault: .+ No longer on Civitai for everybody: this may be the only copy\. Remove from vault…”$/,
    );
    await readsAt(gone, ofList(emoji.versionIds[0]), /in your vault\. What you have may be the only copy\.”$/);
    const page = await openModel(stage.browser, wai, older);
    await readsAt(page, button, /^button “In vault: .+ A newer version is out\. Remove from vault…”$/);
    await readsAt(page, ofList(older), /in your vault\. A newer version is out\.”$/);
    await readsAt(page, ofList(kept), 'button “v16.0 in your vault”');
  });

  it('of a version that is there twice: its mark, and “Keep one” in the popup and on the vault page', async () => {
    const popup = await stage.browser.openPopup();
    await pressButton(popup, /^Show them/);
    await untilSays(popup, /Twice in your vault/);
    await reads(popup, '.panel', OF_TWICE.panel);
    await pressButton(popup, /^Keep one…/);
    await reads(popup, '.panel', OF_TWICE.asked);
    await stage.browser.closePopup(popup);
    const page = await openModel(stage.browser, cjk);
    await readsAt(page, button, /^button “In vault more than once: /);
    await readsAt(page, ofList(cjk.versionIds[0]), / in your vault/);
    const vault = await openFull(stage, 'small');
    await reads(vault, '.twice', OF_TWICE.section);
    await press(vault, 'Keep one…');
    await reads(vault, '.twice', OF_TWICE.judged);
  });

  it('of a newer version in place of the one in the vault', async () => {
    const page = await comparedVault('?show=newer');
    await reads(page, '.notices:has(.notice)', OF_VAULT_PAGE.halfDone);
    await untilList(page, 'to hold what has a newer version', ({ count }) => count === 1);
    await page.click('.row .cell--model');
    await untilDialog(page, /v99\.0 \(2 MB\)/);
    await reads(page, '.newer', OF_VAULT_PAGE.newer);
    await press(page, 'Add the new one, then remove this one');
    await reads(page, '.newer', OF_VAULT_PAGE.sure);
    await press(page, 'Cancel');
    await reads(page, '.newer', OF_VAULT_PAGE.cancelled);
  });
});
