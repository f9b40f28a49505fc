import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { signInThroughPopup, signOutThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { BUTTON, buttonOf, modelPath, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { listMarks, marks, ui } from '@/tests/e2e/support/site/reading.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;
/** "Custom", "Write", "Save" and "Copy": the site's own form, which the sandbox doesn't draw (site-facts.md H.1). */
const CLICKS_IN_FORM = 4;
const CONNECT = { host: '[data-vaulted-ui="connect"]', inside: 'button' };

describe('the vault with the site’s own login', () => {
  const stage = useStage({ siteAccount: 'small' });

  const ofVault = () => stage.sandbox.requests.all().filter(({ endpoint }) => endpoint.startsWith('vault/'));
  const openWelcome = async (page: Page) => {
    await stage.browser.engine.openExtensionPage(page, 'popup.html?tab');
    await untilSays(page, /Limit it to your vault/);
  };
  const stop = async () => {
    const popup = await stage.browser.openPopup();
    await pressButton(popup, /Stop showing it|Sign out/);
    await untilSays(popup, /API key/);
    await stage.browser.closePopup(popup);
  };
  afterEach(async () => {
    await stage.browser.setLogin(stage.sandbox.accounts.get('small'));
  });

  it('is one click from the first mark, and a key of the same account goes on without reading the list again', async () => {
    const welcome = await stage.browser.newPage();
    const page = await stage.browser.newPage(modelPath(wai.modelId));
    const firstMark = async (startedAt: number, clicks: number) => {
      await page.bringToFront();
      const found = await settledMarks(page, wai.versionIds.length);
      expect(found.filter(({ state }) => state === 'in')).toHaveLength(2);
      return { found, clicks, ms: Math.round(performance.now() - startedAt) };
    };
    // As it was before: the link to the site's form, the form, back to the tab, and "Connect".
    await openWelcome(welcome);
    const keyAt = performance.now();
    await signInThroughPopup(welcome, keys.smallVaultOnly);
    const withKey = await firstMark(keyAt, 1 + CLICKS_IN_FORM + 2);
    await signOutThroughPopup(welcome);
    stage.sandbox.requests.clear();

    await openWelcome(welcome);
    await untilSays(welcome, /See your vault with your Civitai login.*vault of small/);
    expect(ofVault().filter(({ cookie }) => cookie)).toEqual([]);
    const startedAt = performance.now();
    await pressButton(welcome, /^See your vault with your Civitai login$/);
    const withLogin = await firstMark(startedAt, 1);
    expect(ofVault().length).toBeGreaterThan(0);
    expect(ofVault().every(({ method, authorization, cookie }) => method === 'GET' && !authorization && cookie)).toBe(
      true,
    );
    for (const [way, { clicks, ms }] of Object.entries({ withKey, withLogin }))
      console.info(`first mark, ${way}: ${clicks} clicks, ${ms} ms without what the user does on the site`);
    expect(withLogin.clicks).toBeLessThan(withKey.clicks);
    const { found } = withLogin;

    // The first "Add" leads to the key, and says why.
    await buttonOf(page, wai.versionIds[0]);
    const out = found.find(({ state }) => state === 'out')?.versionId ?? 0;
    await page.goto(new URL(modelPath(wai.modelId, out), 'https://civitai.com').href);
    await buttonOf(page, out);
    await clickCentre(page, BUTTON);
    // The greeting before says so, too: only the page that asks for the key has its own address.
    await until('the page that asks for a key', async () =>
      (await stage.browser.openTabs()).some(url => url.endsWith('?tab&change')),
    );
    await untilSays(welcome, /Adding and removing takes an API key/);
    expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);

    await until('the list to be read', async () => stage.sandbox.requests.of('vault/all').length > 0);
    stage.sandbox.requests.clear();
    await signInThroughPopup(welcome, keys.smallVaultOnly);
    await page.bringToFront();
    expect(await buttonOf(page, out)).toMatchObject({ state: 'out' });
    expect(stage.sandbox.requests.of('vault/all').filter(({ search }) => search.includes('limit=200'))).toEqual([]);
    expect(ofVault().filter(({ authorization, cookie }) => authorization && cookie)).toEqual([]);
    await stop();
  });

  it('starts on a model page, too; without its user the marks go and all is wiped', async () => {
    const page = await stage.browser.newPage(modelPath(wai.modelId));
    await until('the way in the button’s place', async () =>
      (await ui(page)).some(({ text }) => /See your vault/.test(text)),
    );
    await clickCentre(page, CONNECT);
    await settledMarks(page, wai.versionIds.length);

    // Another account on the other domain sees nothing of it.
    const { accounts } = stage.sandbox;
    await stage.browser.setLogin({
      sessions: { com: accounts.get('small').sessions.com, red: accounts.get('second').sessions.red },
    });
    const red = await stage.browser.newPage(`https://civitai.red${modelPath(wai.modelId)}`);
    await until('the tab to say it', async () => (await ui(red)).some(({ text }) => /somebody else/.test(text)));
    expect(await marks(red)).toEqual([]);
    await red.close();

    // Another login is another account.
    await stage.browser.setLogin(accounts.get('second'));
    await page.reload();
    const isOfSecond = (id: number) => expectedState(stage, 'second', id);
    await until('the marks of the other account', async () =>
      (await listMarks(page)).every(({ state, versionId }) => state === isOfSecond(versionId ?? 0)),
    );

    await stage.browser.setLogin(undefined);
    await page.reload();
    await until(
      'the marks to go',
      async () => (await ui(page)).some(({ text }) => /Connect Vaulted/.test(text)) && (await marks(page)).length === 0,
      { timeoutMs: 25_000 },
    );
  });
});
