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
import { plain } from '@/tests/unit/support/plain.ts';

const { wai } = landmarks;

/** What the toolbar icon says of the tab in front, asked in a page of the extension. */
const iconTitle = (popup: Page): Promise<string> =>
  popup
    .evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.action.getTitle({ tabId: tab.id });
  })()`)
    .then(String);

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
  const countsVersions = async (popup: Page) => /2 of 12 versions here are in your vault/.test(await textOf(popup));

  it('works there without a reload, and the toolbar icon speaks of the page', async () => {
    const { page, popup } = await install();
    await settledMarks(page, 12);
    await until('the popup to count the versions', () => countsVersions(popup));
    expect(await ownMarks(page)).toHaveLength(13);
    expect(browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    await until('the icon to say so', async () =>
      /2 versions of this model in all|2 other versions of this model are/.test(plain(await iconTitle(popup))),
    );
  });
});
