import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { signInThroughPopup, signOutThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { pressButton, toolbarBadge } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until } from '@/tests/e2e/support/wait.ts';

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
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('type'));
    await until('the focus in the field for the key', async () => (await focused()) === 'password');
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
    await untilSays(page, /API key ending in .*Full access/);
    await signOutThroughPopup(page);
    await signInThroughPopup(page, keys.smallVaultOnly);
    expect(await untilSays(page, /API key/)).not.toContain('Full access');
  });

  it('ends with an icon that says nothing, unless there is something only the user can do', async () => {
    await signInThroughPopup(page, keys.second);
    await untilSays(page, /Recently added/);
    await toolbarBadge(page, text => text === '');
    // No other popup is open: the user has not seen it yet.
    const { id } = stage.sandbox.accounts.get('second');
    await stage.browser.engine.openExtensionPage(page, 'vault.html');
    const before = stage.sandbox.vault.row(id)?.storageKb ?? 0;
    stage.sandbox.vault.setStorage(id, 1);
    await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage({ vaulted: 'refresh-account' })`);
    await toolbarBadge(page, text => text === '!');
    await stage.browser.engine.openExtensionPage(page, 'popup.html');
    await untilSays(page, /over its limit.*estimate/);
    await toolbarBadge(page, text => text === '');
    stage.sandbox.vault.setStorage(id, before);
  });
});
