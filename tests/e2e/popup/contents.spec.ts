import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { signInThroughPopup, signOutThroughPopup, textOf, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { openModel, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { pressButton, ringWatch, searchFor, shownRows } from '@/tests/e2e/support/vault/popup-parts.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

describe('what the popup tells of the vault', () => {
  const stage = useStage({ member: 'small' });
  const items = () => stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id);
  const count = (status: string) => items().filter(row => row.status === status).length;
  /** A popup whose figures stand. */
  const open = async () => {
    const popup = await stage.browser.openPopup();
    await readFigures(popup);
    return popup;
  };
  setUp(async () => {
    const popup = await open();
    await untilSays(popup, /34 stored/);
    await stage.browser.closePopup(popup);
  });
  afterEach(() => stage.browser.setOffline(false));

  it('is how many are stored, pending and failed, and what each type takes', async () => {
    const popup = await open();
    await untilSays(
      popup,
      new RegExp(`${count('Stored')} stored.*${count('Pending')} pending.*${count('Failed')} failed`),
    );
    const shares = await popup.evaluate(() =>
      [...document.querySelectorAll('[aria-label="Storage by type"] li')].map(item => item.textContent ?? ''),
    );
    const checkpoints = items().filter(({ type }) => type === 'Checkpoint');
    const kb = checkpoints.reduce((sum, row) => sum + row.modelSizeKb + row.detailsSizeKb + row.imagesSizeKb, 0);
    expect(shares[0]).toBe(`Checkpoints ${(kb / 1024 ** 2).toFixed(2)} GB`);
    expect(shares).toHaveLength(4);
  });

  it('is there at once, while nobody answers and the worker sleeps', async () => {
    await stage.browser.killWorker();
    const hanging = stage.sandbox.faults.add({ kind: 'hang' });
    const popup = await open();
    await untilSays(popup, /34 stored.*5 pending.*3 failed.*Recently added/);
    expect(await shownRows(popup)).toHaveLength(4);
    // What hangs would be shared by the tests after this one, and a popup that is open would ask a new worker the same.
    await until('the question that hangs', () => hanging.hits() > 0);
    await stage.browser.closePopup(popup);
    await stage.browser.killWorker();
  });

  it('is what was added last, with its state, and opens the model at that version', async () => {
    const popup = await open();
    const rows = await shownRows(popup);
    const newest = items().toSorted((a, b) => b.addedAt.localeCompare(a.addedAt))[0];
    expect(rows[0]).toMatchObject({
      text: expect.stringContaining(newest?.modelName ?? '?'),
      href: `https://civitai.com/models/${newest?.modelId}?modelVersionId=${newest?.modelVersionId}`,
    });
    expect(rows[0]?.text).toContain('Pending');
  });

  it('finds with every key that is pressed, whatever the case', async () => {
    const popup = await open();
    const rows = await searchFor(popup, 'COBALT canyon');
    expect(rows[0]?.text).toContain('Cobalt Canyon');
    await untilSays(popup, /\d+ versions? found/);
  });

  it.each(['emoji', 'cjk', 'rtl'] as const)('finds a name of the kind %s', async kind => {
    const name = items().find(({ modelId }) => modelId === landmarks[kind].modelId)?.modelName ?? '';
    const popup = await open();
    const rows = await searchFor(popup, [...name].slice(0, 4).join(''));
    expect(rows.map(({ text }) => text).join()).toContain(name);
  });

  it('is found by keyboard alone', async () => {
    const popup = await open();
    await searchFor(popup, 'velvet');
    await popup.keyboard.press('ArrowDown');
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/modelVersionId=\d+$/);
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('Escape');
    await untilSays(popup, /Recently added/);
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('leads to the whole vault, also as far as it was found', async () => {
    const popup = await open();
    const links = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('a[href^="/vault.html"]')].map(link => link.getAttribute('href')),
      );
    expect(await links()).toEqual(['/vault.html', '/vault.html']);
    await searchFor(popup, 'a');
    expect(await links()).toContain('/vault.html?query=a');
  });

  it.each([
    ['an error page', { kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' }, /Counted .*Civitai has a problem/],
    ['half a document', { kind: 'truncated' }, /Counted .*answer couldn’t be read/],
  ] as const)('says why it is not counted anew when only the list fails, with %s', async (_, fault, words) => {
    const placed = stage.sandbox.faults.add({ endpoint: 'vault/all', ...fault });
    const popup = await open();
    const text = await untilSays(popup, words);
    expect(placed.hits()).toBeGreaterThan(0);
    expect(text).toMatch(/42 versions/);
    expect(text).not.toMatch(/502|JSON/);
  });

  const focusIsOn = (popup: Page, words: string) =>
    until(`the focus to be on “${words}”`, () =>
      popup.evaluate(name => document.activeElement?.textContent === name, words),
    );

  describe('of what could not be stored', () => {
    const openFailed = async () => {
      const popup = await open();
      await pressButton(popup, /3 failed/);
      await untilSays(popup, /Civitai has given up/);
      return popup;
    };
    const lost = () => items().find(row => row.status === 'Failed' && row.meta.failures > 3);

    it('explains what failed and which the site tries again', async () => {
      const text = await textOf(await openFailed());
      expect(text).toMatch(/details and pictures/);
      expect(text.match(/will try again by itself/g)).toHaveLength(2);
    });

    it('advises against removing what could not be added again', async () => {
      const version = stage.sandbox.catalogue.findVersion(lost()?.modelVersionId ?? 0);
      if (!version) throw new Error('the sandbox has a lost version');
      const { status } = version;
      version.status = 'Unpublished';
      const popup = await openFailed();
      await pressButton(popup, /Remove and add again…/);
      await untilSays(popup, /Better not/);
      await focusIsOn(popup, 'OK');
      expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
      version.status = status;
      // An offer is kept for a while; another worker looks again.
      await stage.browser.killWorker();
    });

    it('asks before it removes one and adds it again, and then does both, once', async () => {
      const versionId = lost()?.modelVersionId ?? 0;
      const popup = await openFailed();
      await pressButton(popup, /Remove and add again…/);
      await untilSays(popup, /still offers it, and there is room/);
      await focusIsOn(popup, 'Keep as it is');
      await pressButton(popup, /Keep as it is/);
      expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
      await pressButton(popup, /Remove and add again…/);
      await untilSays(popup, /still offers it/);
      await pressButton(popup, /Remove and add again$/);
      await until('the version to be gone', () => rowsOf(stage, 'small', versionId).length === 0);
      // With the popup closed, the rest is left to the worker.
      await stage.browser.closePopup(popup);
      const rows = await untilValue(
        'the version to be back',
        () => rowsOf(stage, 'small', versionId),
        ({ length }) => length > 0,
        {
          timeoutMs: 40_000,
        },
      );
      expect(rows).toMatchObject([{ status: 'Pending' }]);
      expect(stage.sandbox.requests.of('vault/toggle-version')).toHaveLength(2);
    });
  });
});

// Firefox has no way to open a real popup without a click on its icon: there the function that takes the tab is asked (page-line).
if (browserName === 'chromium') {
  describe('the real popup', () => {
    const stage = useStage({ member: 'small' });

    it('opens over a model page and counts what that page offers', async () => {
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
        text => /12 versions here, 2 in your vault/.test(text),
      );
      expect((await readFigures(popup)).items).toBe(42);
      expect(await popup.evaluate(() => document.body.clientWidth)).toBeGreaterThanOrEqual(360);
    });
  });
}

describe('another vault', () => {
  const stage = useStage();

  it('is looked at again when the site has had time to process something, without anybody looking', async () => {
    const { vault, accounts, catalogue } = stage.sandbox;
    const { id } = accounts.get('second');
    const count = (status: string) => vault.items(id).filter(row => row.status === status).length;
    const isKept = (versionId: number) => vault.items(id).some(row => row.modelVersionId === versionId);
    vault.add(id, catalogue.ordinaryVersions().find(version => !isKept(version.id))?.id ?? 0);
    const [stored, pending] = [count('Stored'), count('Pending')];
    expect(pending).toBeGreaterThan(0);
    const popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    await signInThroughPopup(popup, keys.second);
    await untilSays(popup, new RegExp(`${stored} stored.*${pending} pending`));
    await stage.browser.killWorker();
    stage.sandbox.runJobs();
    await ringWatch(popup);
    const text = await untilSays(popup, new RegExp(`${stored + pending} stored`));
    expect(text).not.toMatch(/pending/);
  });

  it('is read before the eyes of who has just signed in', async () => {
    const popup = await stage.browser.openPopup();
    await signOutThroughPopup(popup);
    stage.sandbox.faults.add({ endpoint: 'vault/all', kind: 'delay', ms: 200 });
    await signInThroughPopup(popup, keys.huge);
    const done = () => popup.evaluate(() => document.querySelector('progress')?.value);
    const first = await until('some progress', done);
    await untilValue('more progress', done, value => (value ?? 0) > first);
    stage.sandbox.faults.clear();
    await untilValue(
      'the whole count',
      () => textOf(popup),
      text => /5,000 stored/.test(text),
      { timeoutMs: 20_000 },
    );
    expect(await searchFor(popup, 'Kept Only Here 49')).toHaveLength(8);
  });
});
