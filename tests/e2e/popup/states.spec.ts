import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { signInThroughPopup, signOutThroughPopup, textOf, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { openModel, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { browserName, everyCase, type Member, useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures, shows } from '@/tests/e2e/support/vault/popup-figures.ts';
import { searchFor } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

describe('the popup', () => {
  const stage = useStage();

  /** A fresh popup of a user who has just signed in. */
  const popupOf = async (member: Member) => {
    const popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    const answer = await signInThroughPopup(popup, keys[member]);
    expect(answer).toHaveProperty('account');
    return popup;
  };

  afterEach(() => stage.browser.setOffline(false));

  const accounts = ['small', 'empty', 'overfull', 'huge'] as const;

  it.each([...accounts, ...(everyCase ? (['full', 'lapsed', 'second'] as const) : [])])(
    'of account %s shows exactly the figures of the sandbox',
    async member => {
      const { vault, accounts } = stage.sandbox;
      const { id, username } = accounts.get(member);
      const popup = await popupOf(member);
      const figures = await readFigures(popup);
      expect(shows(figures.used, vault.usedKb(id))).toBe(true);
      expect(shows(figures.total, vault.row(id)?.storageKb ?? 0)).toBe(true);
      expect(figures.items).toBe(vault.items(id).length);
      expect(await textOf(popup)).toContain(username);
    },
  );

  it('of a nearly full vault says what would still fit', async () => {
    const { vault, accounts } = stage.sandbox;
    const { id } = accounts.get('second');
    const before = vault.row(id)?.storageKb ?? 0;
    vault.setStorage(id, Math.round(vault.usedKb(id) * 1.05));
    await untilSays(await popupOf('second'), /nearly full.*still fit\. Room for about \d/);
    vault.setStorage(id, before);
  });

  it('of an over-full vault says by how much, and what may happen', async () => {
    const popup = await popupOf('overfull');
    await untilSays(popup, /over its limit/);
    await untilSays(popup, /Downloads ?until about .*Deletion ?from about .*estimate/);
    const { used, total } = await readFigures(popup);
    expect(used.kb).toBeGreaterThan(total.kb);
  });

  it('of a lapsed member says that what is in the vault stays and nothing can be added', async () => {
    const popup = await popupOf('lapsed');
    await untilSays(popup, /membership has ended.*Everything in your vault is still listed/);
    await untilSays(popup, /Deletion ?from about .*estimate/);
    await untilSays(popup, /12 versions.*Recently added/);
    expect(await searchFor(popup, 'velvet')).not.toEqual([]);
  });

  it('opens with the last known figures at once, before the site has answered', async () => {
    const first = await popupOf('small');
    await readFigures(first);
    await stage.browser.closePopup(first);
    stage.sandbox.faults.add({ kind: 'hang' });
    const popup = await stage.browser.openPopup();
    const { used, items } = await readFigures(popup);
    expect([used.text, items]).toEqual(['20.93 GB', 42]);
  });

  it('shows the last known figures with their age while offline', async () => {
    const first = await popupOf('small');
    await readFigures(first);
    await stage.browser.closePopup(first);
    await stage.browser.setOffline(true);
    const popup = await stage.browser.openPopup();
    await untilSays(popup, /offline|connection/i);
    expect((await readFigures(popup)).used.text).toBe('20.93 GB');
    expect(await popup.evaluate(() => document.querySelector('time')?.getAttribute('datetime'))).toMatch(/^20\d\d-/);
  });

  it('catches up when the vault changes elsewhere', async () => {
    const first = await popupOf('second');
    const before = await readFigures(first);
    await stage.browser.closePopup(first);
    const { vault, accounts, catalogue } = stage.sandbox;
    const { id } = accounts.get('second');
    const inVault = new Set(vault.items(id).map(({ modelVersionId }) => modelVersionId));
    const another = catalogue.ordinaryVersions().find(version => !inVault.has(version.id));
    vault.add(id, another?.id ?? 0);
    const popup = await stage.browser.openPopup();
    await until('the new number', async () => (await readFigures(popup)).items === (before.items ?? 0) + 1);
    expect(shows((await readFigures(popup)).used, vault.usedKb(id))).toBe(true);
  });

  it('has no error in its console', async () => {
    const popup = await popupOf('small');
    await readFigures(popup);
    expect(stage.browser.complaints(popup)).toEqual({ consoleErrors: [], pageErrors: [] });
  });

  // Firefox has no way to open a real popup without a click on its icon: there the function that takes the tab is asked (page-line).
  if (browserName === 'chromium') {
    it('opened as the browser does it, stands over a model page and counts the versions of that page', async () => {
      await stage.browser.closePopup(await popupOf('small'));
      const page = await openModel(stage.browser, landmarks.wai);
      await settledMarks(page, landmarks.wai.versionIds.length);
      const { puppeteer } = stage.browser.engine;
      const worker = puppeteer.targets().find(target => target.type() === 'service_worker');
      await (await worker?.worker())?.evaluate('chrome.action.openPopup()');
      const target = await puppeteer.waitForTarget(each => each.url().endsWith('/popup.html'), { timeout: 10_000 });
      const popup = await target.asPage();
      await untilValue(
        'the count',
        () => textOf(popup),
        text => /2 of 12 versions here are in your vault/.test(text),
      );
      expect((await readFigures(popup)).items).toBe(42);
      expect(await popup.evaluate(() => document.body.clientWidth)).toBeGreaterThanOrEqual(360);
    });
  }
});
