import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { findThings } from '@/tests/e2e/support/vault/find-things.ts';
import { openFull, press, untilDialog, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

describe('what was found out about the vault', () => {
  const stage = useStage({ member: 'small' });
  const [gone = 0] = landmarks.wai.versionIds;

  it('is said, filtered, and shown beside the item', async () => {
    const first = await openFull(stage, 'small', '');
    stage.sandbox.catalogue.deleteVersion(gone);
    await findThings(first, { gone });
    const popup = await stage.browser.openPopup();
    await until('the popup to say it', () =>
      popup.evaluate(() => document.body.textContent?.includes('is no longer on Civitai for everybody')),
    );
    expect(await axeFindings(popup)).toEqual([]);
    await stage.browser.screenshot(popup, 'only-copy-popup');
    const page = await openFull(stage, 'small', '?show=only-copy');
    await untilList(page, 'to hold what is gone', ({ count }) => count === 1);
    for (const scheme of ['dark', 'light'] as const) {
      await stage.browser.emulateScheme(scheme);
      for (const [name, width] of [
        ['wide', 1280],
        ['narrow', 400],
      ] as const) {
        await page.setViewport({ width, height: 900 });
        await stage.browser.screenshot(page, `findings-${scheme}-${name}`);
      }
    }
    await page.setViewport({ width: 1280, height: 900 });
    await page.click('.row .cell--model');
    await untilDialog(page, /this may be the only copy/);
    expect(await axeFindings(page)).toEqual([]);
    await stage.browser.screenshot(page, 'only-copy-item');
  });

  it('the newer version is offered in place of the one in the vault', async () => {
    await findThings(await openFull(stage, 'small', ''));
    const page = await openFull(stage, 'small', '?show=newer');
    await untilList(page, 'to hold what has a newer version', ({ count }) => count === 1);
    await page.click('.row .cell--model');
    await untilDialog(page, /v99\.0 \(2 MB\)/);
    await stage.browser.screenshot(page, 'newer-offer');
    await press(page, 'Add the new one, then remove this one');
    await untilDialog(page, /only once the new one is certainly in your vault/);
    await stage.browser.screenshot(page, 'newer-sure');
    expect(await axeFindings(page)).toEqual([]);
  });
});
