import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { BUTTON, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { removeNow } from '@/tests/e2e/support/vault/open-removals.ts';
import { pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('what was removed', () => {
  const stage = useStage({ member: 'small' });

  it('stands in the popup and on the vault page, where it can be added again', async () => {
    const versionId = wai.versionIds[0];
    const page = await openModel(stage.browser, wai, versionId);
    await clickCentre(page, BUTTON);
    await removeNow(stage.browser, page);
    await untilButton(page, 'to say that it is out', ({ state }) => state === 'out');

    const popup = await stage.browser.openPopup();
    await clickCentre(popup, '[data-opens="history"]');
    await untilSays(popup, /WAI.*Removed on Civitai’s pages/s);
    expect(await axeFindings(popup)).toEqual([]);
    await stage.browser.screenshot(popup, 'history-popup');
    await stage.browser.closePopup(popup);

    const vault = await stage.browser.openVaultPage();
    await pressButton(vault, /^History/);
    await untilSays(vault, /for 90 days/);
    await vault.waitForSelector('.history-row button');
    expect(await axeFindings(vault, { within: 'dialog' })).toEqual([]);
    await stage.browser.screenshot(vault, 'history-vault-page');
    await clickCentre(vault, '.history-row button');
    await until('it to be in the vault again', () => rowsOf(stage, 'small', versionId).length === 1, {
      timeoutMs: 30_000,
    });
    await untilSays(vault, /Added on the vault page/);
    await clickCentre(vault, '.dialog-foot button');
    await untilSays(vault, /Nothing yet/);
  });
});
