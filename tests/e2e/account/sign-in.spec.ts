import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { signInThroughPopup, signOutThroughPopup, textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { modelPath, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { marks, ui } from '@/tests/e2e/support/site/reading.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('signing in', () => {
  const stage = useStage({ siteAccount: 'small' });
  let popup: Page;
  beforeEach(async () => {
    popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    stage.sandbox.requests.clear();
  });

  it('takes a key pasted with the whole header', async () => {
    const answer = await signInThroughPopup(popup, `Authorization: Bearer ${keys.small}`);
    expect(answer).toEqual({ account: expect.stringContaining('small') });
    const sent = stage.sandbox.requests.all().filter(({ authorization }) => authorization);
    expect(new Set(sent.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${keys.small}`]));
  });

  it('shows whose vault it is and no more of the key that was typed than its last four characters', async () => {
    await signInThroughPopup(popup, keys.small, { isTyped: true });
    const text = await textOf(popup);
    expect(text).toContain('small');
    expect(text).toContain('Bronze');
    expect(text).toContain(keys.small.slice(-4));
    expect(await popup.evaluate(() => document.documentElement.outerHTML)).not.toContain(keys.small.slice(-5));
  });

  it('works with a key limited to the vault, without a name or a tier', async () => {
    const answer = await signInThroughPopup(popup, keys.smallVaultOnly);
    expect(answer).toEqual({ account: expect.not.stringContaining('small') });
    const { used, total, items } = await readFigures(popup);
    expect([used.text, total.text, items]).toEqual(['20.93 GB', '100 GB', 42]);
  });

  it.each([
    ['a wrong key', 'ffffffffffffffffffffffffffffffff'],
    ['something that is no key', 'hello world'],
  ])('refuses %s with a sentence, and keeps nothing', async (_name, key) => {
    const answer = await signInThroughPopup(popup, key);
    expect(answer).toEqual({ refusal: expect.stringMatching(/key/i) });
    expect(JSON.stringify(answer)).not.toMatch(/401|Unauthorized/);
    await stage.browser.closePopup(popup);
    popup = await stage.browser.openPopup();
    await until('the form to be there again', () => popup.evaluate(() => Boolean(document.querySelector('form'))));
  });

  it('asks for a key when there is none, without a request', async () => {
    await popup.focus('input');
    await popup.keyboard.press('Enter');
    const said = await until('a sentence', () =>
      popup.evaluate(() => document.querySelector('form [role="alert"]')?.textContent),
    );
    expect(said).toMatch(/key/i);
    // The form asks by itself, whenever it comes to the front, whose login the site has.
    expect(stage.sandbox.requests.all().filter(({ endpoint }) => endpoint !== 'auth/session')).toEqual([]);
  });

  it('says so when the connection is gone, and keeps nothing', async () => {
    await stage.browser.setOffline(true);
    try {
      expect(await signInThroughPopup(popup, keys.small)).toEqual({
        refusal: expect.stringMatching(/offline|connection|internet/i),
      });
    } finally {
      await stage.browser.setOffline(false);
    }
  });

  it.each([
    ['drops the connection', { kind: 'refuse' }],
    ['answers with a page', { kind: 'status', status: 200, html: '<h1>Just a moment…</h1>' }],
  ] as const)('says so when Civitai %s', async (_name, fault) => {
    stage.sandbox.faults.add({ endpoint: 'me', ...fault });
    const answer = await signInThroughPopup(popup, keys.small);
    expect(answer).toEqual({ refusal: expect.stringMatching(/Civitai/) });
    expect(JSON.stringify(answer)).not.toMatch(/502|JSON|SyntaxError|fetch/);
  });

  it('says so when a stored key is revoked, and takes a new one', async () => {
    await signInThroughPopup(popup, keys.second);
    const { keys: accepted } = stage.sandbox.accounts.get('second');
    accepted.delete(keys.second);
    await stage.browser.closePopup(popup);
    popup = await stage.browser.openPopup();
    const text = await until('the refusal', async () => {
      const seen = await textOf(popup);
      return /no longer|refuse|revoked|accept/i.test(seen) ? seen : undefined;
    });
    expect(text).not.toMatch(/401/);
    await signOutThroughPopup(popup);
    expect(await signInThroughPopup(popup, keys.small)).toEqual({ account: expect.stringContaining('small') });
  });

  it('reaches every open tab without a reload, and so does signing out', async () => {
    const page = await stage.browser.newPage(modelPath(wai.modelId));
    await until('the invitation', async () => (await ui(page)).some(({ kind }) => kind === 'connect'));
    expect(await marks(page)).toEqual([]);
    await signInThroughPopup(popup, keys.small);
    await page.bringToFront();
    await settledMarks(page, 12);
    expect((await ui(page)).filter(({ kind }) => kind === 'connect')).toEqual([]);
    await signOutThroughPopup(popup);
    await page.bringToFront();
    await until('the invitation', async () => (await ui(page)).some(({ kind }) => kind === 'connect'));
    expect(await marks(page)).toEqual([]);
  });

  it('is offered on the page by one plain button that opens the form in a tab', async () => {
    // With a login on the site that button shows its vault at once: see site-login.
    await stage.browser.setLogin(undefined);
    const page = await stage.browser.newPage(modelPath(wai.modelId));
    await until('the invitation', async () => (await ui(page)).some(({ kind }) => kind === 'connect'));
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    const asked = stage.sandbox.requests
      .all()
      .filter(({ endpoint, authorization }) => endpoint !== 'site' && authorization);
    expect(asked).toEqual([]);
    expect(stage.sandbox.requests.of('vault/check-vault')).toEqual([]);
    const before = await stage.browser.openTabs();
    await clickCentre(page, '[data-vaulted-ui="connect"]');
    const opened = await until('a tab with the form', async () =>
      (await stage.browser.openTabs()).filter(url => !before.includes(url)).find(url => url.includes('popup.html')),
    );
    expect(opened.startsWith(stage.browser.engine.origin())).toBe(true);
  });
});
