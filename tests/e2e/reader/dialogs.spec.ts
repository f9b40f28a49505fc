import { describe, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { OF_ITEMS, ON_OWN_GROUND, ON_SITE, ON_VAULT_PAGE } from '@/tests/e2e/support/reader/dialog-texts.ts';
import { MENU, pressIn, reads } from '@/tests/e2e/support/reader/reads.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { BUTTON, inDialog, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { untilAsked } from '@/tests/e2e/support/vault/own-ground.ts';
import { openFull, press, untilDialog, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai, generationOnly } = landmarks;
const DIALOG = { host: '[data-vaulted-ui="dialog"]', inside: 'dialog' };
const TOAST = { host: '[data-vaulted-ui="toast"]', inside: '.toast' };
const OPEN = 'dialog[open]';

describe('a reader’s text for dialogs, menus and messages', () => {
  const stage = useStage({ member: 'small' });

  it('of a removal in the page, and in the window that asks in its place', async () => {
    const page = await openModel(stage.browser, wai);
    await clickCentre(page, BUTTON);
    await settledCentre(page, inDialog('remove'));
    await reads(page, DIALOG, ON_SITE.removal);
    await clickCentre(page, inDialog('remove'));
    await reads(page, TOAST, ON_SITE.undo);
    await clickCentre(page, BUTTON);
    await reads(page, TOAST, ON_SITE.kept);
    const other = await openModel(stage.browser, generationOnly, generationOnly.generationVersionId);
    await clickCentre(other, BUTTON);
    const question = await untilAsked(stage.browser);
    await reads(question, 'main', ON_OWN_GROUND);
    await question.close();
  });

  it('of a mark’s menu, a choice of versions and a recipe', async () => {
    const feed = await goodPage(stage.browser, '/models');
    await pressIn(feed, `span[data-vaulted-kind="card"][data-vaulted-model="${wai.modelId}"]`, '.button', 'ArrowDown');
    await reads(feed, MENU, ON_SITE.menu);
    await pressIn(feed, MENU.host, '.all', 'Enter');
    await reads(feed, DIALOG, ON_SITE.choice);
    const image = await goodPage(stage.browser, `/images/${wai.versionIds[3]}0`);
    await clickCentre(image, { host: '[data-vaulted-ui="recipe"]:not([hidden])', inside: '.button' });
    await settledCentre(image, inDialog('add'));
    await reads(image, DIALOG, ON_SITE.recipe);
  });

  it('of the vault page', async () => {
    const page = await openFull(stage, 'small');
    const close = async () => {
      await page.keyboard.press('Escape');
      await until('the dialog to be gone', async () => (await page.$(OPEN)) === null);
    };
    for (const [words, text] of Object.entries(ON_VAULT_PAGE)) {
      await press(page, words);
      await reads(page, OPEN, text);
      await close();
    }
    await page.click('.row .cell--model');
    await untilDialog(page, /Downloads/);
    await reads(page, OPEN, OF_ITEMS.item);
    await close();
    await page.click('.row .cell--select input');
    await press(page, 'Remove…');
    await untilDialog(page, /Can be added again/, 20_000);
    await reads(page, OPEN, OF_ITEMS.removal);
    await close();
    await page.setViewport({ width: 400, height: 800 });
    await untilList(page, 'to be there', ({ count }) => count === 42);
    await press(page, 'Filters');
    await reads(page, OPEN, OF_ITEMS.filters);
  });
});
