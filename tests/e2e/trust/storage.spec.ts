import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { signInThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { modelPath } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('a store of a newer release', () => {
  const stage = useStage({ member: 'small' });

  /** What the user has after going back to this release. A worker that wakes between the deletion and the writing makes that fail. */
  async function goBack(popup: Page): Promise<void> {
    await stage.browser.killWorker();
    await popup.evaluate(async () => {
      const done = (request: IDBRequest) =>
        new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject }));
      await done(indexedDB.deleteDatabase('vaulted-vault'));
      const opening = indexedDB.open('vaulted-vault', 99);
      await done(opening);
      opening.result.close();
    });
    await stage.browser.engine.killWorker();
  }

  it('is said on the popup, the vault page and Civitai’s pages, and the user can start afresh', async () => {
    const items = () => stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id).map(({ id }) => id);
    const before = items();
    const popup = await stage.browser.openPopup();
    await readFigures(popup);
    await until('the later store to be written', () => goBack(popup).then(() => true));
    stage.sandbox.requests.clear();
    await popup.reload({ waitUntil: [] });
    await untilSays(popup, /written by a newer version.*Your vault hasn’t changed/s);
    expect(await axeFindings(popup)).toEqual([]);
    await stage.browser.screenshot(popup, 'storage-newer-popup');
    const vault = await stage.browser.openVaultPage();
    await untilSays(vault, /written by a newer version/);
    expect(await vault.$('.skeleton')).toBeNull();
    await stage.browser.screenshot(vault, 'storage-newer-vault');
    const page = await stage.browser.newPage(modelPath(wai.modelId, wai.versionIds[0]));
    const isSaid = async () =>
      (await ui(page)).some(({ kind, text }) => kind === 'connect' && /can’t start.*newer version/.test(text));
    await until('the page to say so', isSaid);
    await stage.browser.screenshot(page, 'storage-newer-page');
    expect(stage.sandbox.requests.all().filter(({ authorization }) => authorization !== undefined)).toEqual([]);
    await popup.bringToFront();
    await clickCentre(popup, '.notice button');
    await until('the form', () => popup.$('form input[type="password"]').then(Boolean));
    await until('the page to invite again', async () =>
      // This browser is logged in on the site: the button shows the vault at once.
      (await ui(page)).some(({ kind, text }) => kind === 'connect' && /^See your vault/.test(text)),
    );
    // It has cost nothing but the key.
    expect(await signInThroughPopup(popup, keys.small)).toEqual({ account: expect.stringContaining('small') });
    expect(items()).toEqual(before);
    expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
  });
});
