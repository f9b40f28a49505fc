import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { createProfile, type Profile } from '@/tests/e2e/support/browser/build.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { signInThroughPopup, signOutThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { badgeOf, pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** Everything in the extension's two storages that outlives the browser, as text. */
const disk = (page: Page) =>
  page
    .evaluate(`(async () => {
    const local = await (globalThis.browser ?? chrome).storage.local.get(null);
    const database = await new Promise(done => {
      const opening = indexedDB.open('vaulted');
      opening.onsuccess = () => done(opening.result);
    });
    const names = [...database.objectStoreNames];
    const rows = await Promise.all(names.map(name => new Promise(done => {
      const reading = database.transaction(name).objectStore(name).getAll();
      reading.onsuccess = () => done(reading.result);
    })));
    database.close();
    return JSON.stringify([local, rows]);
  })()`)
    .then(String);

describe('the way to a key', () => {
  const stage = useStage();
  let page: Page;
  beforeEach(async () => {
    page = await stage.browser.openPopup();
    await signOutThroughPopup(page);
  });

  const inTab = async () => {
    await stage.browser.engine.openExtensionPage(page, 'popup.html?tab');
    await untilSays(page, /Limit it to your vault/);
  };

  it('leads in a tab through three steps, the first of them to the site’s own form', async () => {
    await inTab();
    const steps = await page.evaluate(() =>
      [...document.querySelectorAll('ol > li')].map(step => ({
        title: step.querySelector('h3')?.textContent,
        link: step.querySelector('a')?.href,
        hasField: Boolean(step.querySelector('input[type="password"]')),
      })),
    );
    expect(steps.map(({ hasField }) => hasField)).toEqual([false, false, true]);
    expect(steps[0]?.link).toBe('https://civitai.com/user/account?addApiKey=1&name=Vaulted&scope=ReadOnly');
    // Where the user comes back to with the key in the clipboard.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
  });

  it('leads there from the popup, which would close on the way to the site', async () => {
    const before = (await stage.browser.openTabs()).length;
    await pressButton(page, /Get a key in three steps/);
    await until('the tab', async () => (await stage.browser.openTabs()).some(url => url.endsWith('popup.html?tab')));
    expect((await stage.browser.openTabs()).length).toBeLessThanOrEqual(before + 1);
    await stage.browser.engine.closeTab(`${stage.browser.engine.origin()}/popup.html?tab`);
  });

  it.each([
    ['small', /Connected\..*Do everything else on your account as well/],
    ['smallReadOnly', /Connected\..*Not add or remove anything/],
    ['smallVaultOnly', /Connected\..*Add to it, and remove from it/],
  ] as const)('checks what the key of %s may do', async (member, words) => {
    await inTab();
    await signInThroughPopup(page, keys[member]);
    const text = await untilSays(page, words);
    expect(/everything else/.test(text)).toBe(member === 'small');
    expect(text).toContain('until you sign out');
  });

  it('says in the popup, for as long as it is so, that a key may do everything', async () => {
    await signInThroughPopup(page, keys.small);
    await untilSays(page, /API keyFull access|API key Full access/);
    await signOutThroughPopup(page);
    await signInThroughPopup(page, keys.smallVaultOnly);
    expect(await untilSays(page, /API key/)).not.toContain('Full access');
  });

  it('ends with an icon that is quiet, unless there is something only the user can do', async () => {
    await signInThroughPopup(page, keys.second);
    await untilSays(page, /stored/);
    await badgeOf(page, text => text === '');
    // No other popup is open: the user has not seen it yet.
    const { id } = stage.sandbox.accounts.get('second');
    await stage.browser.engine.openExtensionPage(page, 'vault.html');
    const before = stage.sandbox.vault.row(id)?.storageKb ?? 0;
    stage.sandbox.vault.setStorage(id, 1);
    await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage({ vaulted: 'refresh-account' })`);
    await badgeOf(page, text => text === '!');
    await stage.browser.engine.openExtensionPage(page, 'popup.html');
    await untilSays(page, /over its limit.*estimate/);
    await badgeOf(page, text => text === '');
    stage.sandbox.vault.setStorage(id, before);
  });
});

describe('a key that is kept only until the browser closes', () => {
  let sandbox: Sandbox;
  let profile: Profile | undefined;
  let browser: TestBrowser;
  const open = async () => {
    browser = await openBrowser({ browser: browserName, sandbox, ...(profile && { profile }) });
  };
  setUp(
    async () => {
      sandbox = await startSandbox();
      if (browserName === 'chromium') profile = await createProfile();
      await open();
    },
    async () => {
      await browser?.close();
      await sandbox?.close();
      await profile?.remove();
    },
  );

  /** Firefox forgets a temporary add-on when it ends: there only what it forgets by itself is forgotten, and the background ended. */
  const restart = async (popup: Page) => {
    if (browserName === 'chromium') {
      await browser.close();
      await open();
      return;
    }
    await popup.evaluate('browser.storage.session.clear()');
    await browser.closePopup(popup);
    await browser.killWorker();
  };

  it('works without touching the disk, outlives the worker, and is gone with the browser', async () => {
    const popup = await browser.openPopup();
    await signInThroughPopup(popup, keys.small, { isBrief: true });
    await untilSays(popup, /34 stored/);
    await pressButton(popup, /^API key/);
    await untilSays(popup, /kept until the browser closes/);
    const kept = await disk(popup);
    expect(kept).not.toContain(keys.small);
    await browser.killWorker();
    await browser.closePopup(popup);
    const again = await browser.openPopup();
    expect((await readFigures(again)).items).toBe(42);

    await restart(again);
    sandbox.requests.clear();
    const next = await browser.openPopup();
    const text = await untilSays(next, /forgotten your key, as you asked/);
    expect(text).not.toMatch(/20\.93 GB|Cobalt Canyon/);
    await until('everything to be forgotten', async () => !/Cobalt Canyon|"keeper"|small/.test(await disk(next)));
    expect(sandbox.requests.all().filter(({ authorization }) => authorization)).toEqual([]);
    expect(await signInThroughPopup(next, keys.small)).toEqual({ account: expect.stringContaining('small') });
  });
});
