import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { modelPath, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { marks, ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { browserName } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('installed while a Civitai tab is open', () => {
  let sandbox: Sandbox;
  let browser: TestBrowser;
  setUp(
    async () => {
      sandbox = await startSandbox();
      browser = await openBrowser({ browser: browserName, sandbox, extensionDir: false });
      await browser.setLogin(sandbox.accounts.get('small'));
    },
    async () => {
      await browser?.close();
      await sandbox?.close();
    },
  );
  afterEach(() => browser.closePages());

  const install = async () => {
    const page = await browser.newPage(modelPath(wai.modelId));
    expect(await marks(page)).toEqual([]);
    await browser.installExtension();
    await browser.signIn(keys.small);
    await page.bringToFront();
    return { page, popup: await browser.openPopup(page) };
  };
  const countsVersions = async (popup: Page) => /12 versions here, 2 in your vault/.test(await textOf(popup));

  if (browserName === 'chromium') {
    it('says in the popup that the page has to be reloaded, and does it on a click', async () => {
      const { page, popup } = await install();
      expect(await marks(page)).toEqual([]);
      await until('the popup to ask for a reload', async () => /reload it/i.test(await textOf(popup)));
      await popup.evaluate(() => {
        [...document.querySelectorAll('button')].find(({ textContent }) => /reload page/i.test(textContent))?.click();
      });
      await settledMarks(page, 12);
      await until('the popup to count the versions', () => countsVersions(popup));
    });
  } else {
    // Firefox starts content scripts in the tabs that are open already.
    it('works there at once, without a reload', async () => {
      const { page, popup } = await install();
      await settledMarks(page, 12);
      await until('the popup to count the versions', () => countsVersions(popup));
      expect(await ownMarks(page)).toHaveLength(13);
      expect(browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    });
  }
});
