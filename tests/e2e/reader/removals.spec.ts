import type { Page } from 'puppeteer-core';
import { describe, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { ON_SITE } from '@/tests/e2e/support/reader/dialog-texts.ts';
import { focusIn, MENU, reads, readsAt } from '@/tests/e2e/support/reader/reads.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { BUTTON, inDialog, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { pressInPopup } from '@/tests/e2e/support/vault/open-removals.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai, emoji } = landmarks;
const removed = wai.versionIds[3];
const inList = `button:has([data-vaulted-kind="version"][data-vaulted-version="${removed}"])`;
const button = { host: BUTTON, inside: '.button' };
const card = { host: `span${ofModel(emoji.modelId)}`, inside: '.button' };
const TOAST = { host: '[data-vaulted-ui="toast"]', inside: '.toast' };

describe('a reader’s text for a removal', () => {
  const stage = useStage({ member: 'small' });
  /** By keyboard alone: where the pointer rests, a tooltip is read as well. */
  const remove = async (page: Page, host: string) => {
    await focusIn(page, host, '.button');
    await page.keyboard.press('Enter');
    await settledCentre(page, inDialog('remove'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  /** Ends the grace, and keeps the answer for a while. */
  const send = async (page: Page) => {
    const slow = stage.sandbox.faults.add({ endpoint: 'vault/toggle-version', kind: 'delay', ms: 5_000, times: 1 });
    await pressInPopup(stage.browser, 'now');
    await page.bringToFront();
    await until('the request', () => slow.hits() === 1);
    await until('the offer to be gone', async () => (await page.$(TOAST.host)) === null);
  };

  it('on a model page: in its grace, sent, and done', async () => {
    const page = await openModel(stage.browser, wai, removed);
    await remove(page, BUTTON);
    const stored = 'v13.0 of WAI-illustrious-SDXL. This version is in your vault, and Civitai has stored it.';
    await readsAt(page, button, `button “Removing… Undo: ${stored} A click keeps it there.” [focused]`);
    await readsAt(page, inList, 'button “v13.0 in your vault? Removing…”');
    await reads(page, TOAST, ON_SITE.inGrace);
    await send(page);
    await readsAt(page, button, `button “Removing…: ${stored}” [focused] [disabled] [busy]`);
    await readsAt(page, inList, 'button “v13.0 in your vault? Removing…”');
    await reads(page, TOAST, ON_SITE.removed);
    await readsAt(
      page,
      button,
      'button “Add to vault: v13.0 of WAI-illustrious-SDXL. This version is not in your vault.” [focused]',
    );
    await readsAt(page, inList, 'button “v13.0 not in your vault”');
  });

  it('on a card and in its menu: in its grace, sent, and done', async () => {
    const page = await goodPage(stage.browser, '/models');
    await allMarked(page, () => vaultTruth(stage, 'small'), 8);
    await remove(page, card.host);
    await readsAt(page, card, /^button “Removing… Undo: 🦊 Fox .+\. 1 version is in your vault\.” \[focused\]$/);
    await page.keyboard.press('ArrowDown');
    await reads(page, MENU, ON_SITE.menuInGrace);
    await page.keyboard.press('Escape');
    await send(page);
    await readsAt(
      page,
      card,
      /^button “Removing…: 🦊 Fox .+\. 1 version is in your vault\.” \[focused\] \[disabled\] \[busy\]$/,
    );
    await readsAt(
      page,
      card,
      /^button “Add ✨ v2 ✨ \(.+B\): ✨ v2 ✨ of 🦊 Fox .+ No version is in your vault\.” \[focused\]$/,
    );
  });
});
