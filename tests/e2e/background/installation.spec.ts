import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { marks } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { plain } from '@/tests/unit/support/plain.ts';
import { openBare, openDiscarded, openLoading, openWithDialog } from './odd-tabs.ts';
import { fewChecks, hasOneSet, hearsOnce } from './one-set.ts';

const { wai } = landmarks;

/** What the toolbar icon says of the tab in front, asked in a page of the extension. */
const iconTitle = (popup: Page): Promise<string> =>
  popup
    .evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.action.getTitle({ tabId: tab.id });
  })()`)
    .then(String);

/** A browser without Vaulted, whose user is logged in on the site. */
const useBareBrowser = () => useStage({ extensionDir: false, siteAccount: 'small' });

describe('installed while a Civitai tab is open', () => {
  const stage = useBareBrowser();
  const install = async () => {
    const { browser } = stage;
    const page = await openBare(browser, wai);
    expect(await marks(page)).toEqual([]);
    await browser.installExtension();
    await browser.signIn(keys.small);
    await page.bringToFront();
    return { page, popup: await browser.openPopup(page) };
  };
  const countsVersions = async (popup: Page) => /2 of 12 versions here are in your vault/.test(await textOf(popup));

  it('works there without a reload, and the toolbar icon speaks of the page', async () => {
    const { page, popup } = await install();
    await until('the popup to count the versions', () => countsVersions(popup));
    await hasOneSet(stage, page, wai);
    await until('the icon to say so', async () =>
      /2 versions of this model in all|2 other versions of this model are/.test(plain(await iconTitle(popup))),
    );
  });
});

/** Fifty pages of twelve versions take a minute. Chromium leaves them bare; Firefox runs the scripts in open tabs by itself. */
describe.each(everyCase ? [50] : [])(
  'installed while %i tabs are open, and a discarded, a blocked, a loading one',
  tabs => {
    const stage = useBareBrowser();

    it('has one set of marks in each when the user comes to it, and none asks before', async () => {
      const { browser, sandbox } = stage;
      const first = await openBare(browser, wai);
      const pages = [first];
      while (pages.length < tabs) pages.push(await openBare(browser, wai));
      const odd = [
        await openDiscarded(stage, openBare),
        await openWithDialog(stage, openBare),
        await openLoading(stage),
      ];
      expect(await marks(first)).toEqual([]);
      sandbox.requests.clear();
      await browser.installExtension();
      await browser.signIn(keys.small);
      const asked = (endpoint: 'vault/check-vault' | 'models/{id}') => sandbox.requests.of(endpoint).length;
      expect(asked('vault/check-vault')).toBeLessThan(2);
      for (const page of pages) {
        await page.bringToFront();
        await hasOneSet(stage, page, wai);
      }
      expect(asked('vault/check-vault')).toBeLessThan(fewChecks(tabs));
      expect(asked('models/{id}')).toBeLessThan(5);
      await hearsOnce(stage, first);
      for (const { model, come } of odd) await hasOneSet(stage, await come(), model);
      expect(sandbox.requests.of('vault/toggle-version')).toEqual([]);
    }, 600_000);
  },
);
