import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { axeFindings, axeInBothSchemes } from '@/tests/e2e/support/browser/axe.ts';
import { signInThroughPopup, signOutThroughPopup, textOf, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { dialogText, press, searchFor, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

describe('the vault page', () => {
  const stage = useStage();
  afterEach(() => stage.browser.setOffline(false));

  const signInAs = async (member: keyof typeof keys | undefined) => {
    const popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    if (member) expect(await signInThroughPopup(popup, keys[member])).toHaveProperty('account');
    await stage.browser.closePopup(popup);
  };
  const says = (page: Page, pattern: RegExp) => untilSays(page, pattern, { timeoutMs: 30_000 });

  const accounts = [
    [undefined, 0, /Connect your vault/],
    ['full', 30, /Your vault is full/],
    ['lapsed', 12, /membership has ended/],
    ['never', 0, /This account has no vault yet/],
  ] as const;
  /** The same page with another notice. */
  const furtherAccounts = [
    ['empty', 0, /Your vault is empty/],
    ['overfull', 5, /over its limit/],
    ['smallReadOnly', 42, /key is read-only/],
  ] as const;

  it.each([...accounts, ...(everyCase ? furtherAccounts : [])])(
    'of %s shows %i versions, and says what that means',
    async (member, count, words) => {
      await signInAs(member);
      const page = await stage.browser.openVaultPage();
      await says(page, words);
      await untilList(page, `to have ${count}`, list => list.count === count);
      expect(await axeInBothSchemes(stage.browser, page)).toEqual([]);
    },
  );

  it('removes nothing with a key that may only read', async () => {
    await signInAs('smallReadOnly');
    const page = await stage.browser.openVaultPage();
    await untilList(page, 'to be there', ({ count }) => count === 42);
    await says(page, /key is read-only/);
    await page.click('.head-cell input');
    await untilList(page, 'to be selected', ({ summary }) => summary.startsWith('42 selected'));
    await page.click('.summary .button--remove');
    expect([await dialogText(page), stage.sandbox.requests.of('vault/toggle-version')]).toEqual(['', []]);
  });

  it('shows how far the first reading is, and what has come so far', async () => {
    stage.sandbox.faults.add({ endpoint: 'vault/all', kind: 'delay', ms: 250 });
    await signInAs('huge');
    const page = await stage.browser.openVaultPage();
    await says(page, /Reading your vault: [\d,]+ of 5,000/);
    await untilList(page, 'to begin', ({ count }) => count > 0 && count < 5_000);
    expect(await axeFindings(page)).toEqual([]);
    stage.sandbox.faults.clear();
    await untilList(page, 'to be whole', ({ count }) => count === 5_000);
    await until('the progress to go', async () => !(await textOf(page)).includes('Reading your vault'));
  });

  it('is there without the site, with its age, and says what is wrong', async () => {
    await signInAs('small');
    const first = await stage.browser.openVaultPage();
    await untilList(first, 'to be there', ({ count }) => count === 42);
    await stage.browser.setOffline(true);
    await press(first, 'Refresh');
    await says(first, /Civitai can’t be reached/);
    await untilList(first, 'to stay', ({ count }) => count === 42);
    expect(await textOf(first)).toMatch(/up to date|as of/);
    await searchFor(first, 'wai-illu');
    await untilList(first, 'to be searched', ({ count }) => count === 2);
    expect(await axeFindings(first)).toEqual([]);
  });

  it('forgets everything with a sign-out', async () => {
    await signInAs('small');
    const page = await stage.browser.openVaultPage();
    await untilList(page, 'to be there', ({ count }) => count === 42);
    await signInAs(undefined);
    await says(page, /Connect your vault/);
    expect(await textOf(page)).not.toMatch(/WAI|small/);
  });

  it('saves what is chosen as a file', async () => {
    await signInAs('small');
    const page = await stage.browser.openVaultPage();
    await page.evaluate(() => {
      const saved: { name: string; text: Promise<string> }[] = [];
      Object.assign(window, { saved });
      const blobs = new Map<string, Blob>();
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        const url = create(blob);
        blobs.set(url, blob);
        return url;
      };
      HTMLAnchorElement.prototype.click = function click() {
        const blob = blobs.get(this.href);
        if (blob) saved.push({ name: this.download, text: blob.text() });
      };
    });
    const saved = () =>
      page.evaluate(async () => {
        const list: unknown = Reflect.get(window, 'saved');
        const last = Array.isArray(list) ? list.at(-1) : undefined;
        return last ? { name: String(last.name), text: String(await last.text) } : undefined;
      });
    await untilList(page, 'to be there', ({ count }) => count === 42);
    await press(page, 'Export');
    await press(page, 'Save CSV, 42 versions');
    const csv = await until('the CSV', saved);
    expect(csv.name).toMatch(/^vaulted-small-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(csv.text.split('\r\n')).toHaveLength(44);
    await searchFor(page, 'wai-illu');
    const { rows } = await untilList(page, 'to be searched', ({ count }) => count === 2);
    await page.click(`.row[data-id="${rows[0]?.id}"] .cell--select input`);
    await press(page, 'Export');
    await page.click('dialog fieldset:last-of-type label:last-of-type input');
    await press(page, 'Save JSON, 1 version');
    const json = await until('the JSON', async () => {
      const file = await saved();
      return file?.name.endsWith('.json') ? file : undefined;
    });
    const { scope, items } = JSON.parse(json.text);
    expect([scope, items.length, items[0].itemId]).toEqual(['selection', 1, rows[0]?.id]);
  });
});
