import { describe, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { pressIn, readsAt } from '@/tests/e2e/support/reader/reads.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, inDialog, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';

const { rtl, wai } = landmarks;
const [kept, out] = rtl.versionIds;
const MODEL = 'أسلوب الخط العربي';
const button = { host: BUTTON, inside: '.button' };
const inList = (versionId: number) => `button:has([data-vaulted-kind="version"][data-vaulted-version="${versionId}"])`;

describe('a reader’s text', () => {
  const stage = useStage({ member: 'small' });

  it('with names from right to left: each where it belongs in the sentence', async () => {
    const feed = await goodPage(stage.browser, '/collections/7');
    await allMarked(feed, () => vaultTruth(stage, 'small'), 4);
    const card = { host: `span${ofModel(rtl.modelId)}`, inside: '.button' };
    await readsAt(feed, card, `button “In vault: ${MODEL}. 1 version is in your vault. Remove from vault…”`);
    const page = await openModel(stage.browser, rtl, kept);
    await readsAt(
      page,
      button,
      `button “In vault: الإصدار الثاني (v2) of ${MODEL}. This version is in your vault, and Civitai has stored it. Remove from vault…”`,
    );
    await readsAt(page, inList(kept), 'button “الإصدار الثاني (v2) in your vault”');
    await readsAt(page, inList(out), 'button “גרסה 1 not in your vault”');
    const other = await openModel(stage.browser, rtl, out);
    await readsAt(other, button, `button “Add to vault: גרסה 1 of ${MODEL}. This version is not in your vault.”`);
  });

  it('of a recipe’s button, which has the focus again once its question is closed', async () => {
    const image = await goodPage(stage.browser, `/images/${wai.versionIds[3]}0`);
    const recipe = { host: '[data-vaulted-ui="recipe"]:not([hidden])', inside: '.button' };
    await image.waitForSelector(recipe.host);
    await readsAt(image, recipe, 'button “Add all” · “Add all of these to your vault”');
    await pressIn(image, recipe.host, recipe.inside, 'Enter');
    await settledCentre(image, inDialog('add'));
    await image.keyboard.press('Escape');
    await readsAt(image, recipe, 'button “Add all” · “Add all of these to your vault” [focused]');
  });
});
