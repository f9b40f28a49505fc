import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { createProfile, type Profile } from '@/tests/e2e/support/browser/build.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { openModel, settledMarks, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures, shows } from '@/tests/e2e/support/vault/popup-figures.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, long, rtl, cjk } = landmarks;

describe('the vault as this browser knows it', () => {
  const stage = useStage({ member: 'huge' });
  const pages = () => stage.sandbox.requests.of('vault/all').filter(({ search }) => search.includes('limit=200'));
  const checks = () => stage.sandbox.requests.of('vault/check-vault');
  const atRest = () => untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
  /** Opens a model's page and expects its marks to be right as soon as they stand. */
  const expectMarks = async (model: { modelId: number; versionIds: readonly number[] }) => {
    const page = await openModel(stage.browser, model);
    const marks = await settledMarks(page, model.versionIds.length);
    expect(marks.map(({ state }) => state)).toEqual(model.versionIds.map(id => expectedState(stage, 'huge', id)));
    await expectClean(stage.browser, page);
  };

  let read: number[] = [];
  setUp(async () => {
    // The key was stored just before: part of the pages may have been asked for already.
    await until('the last page', () => pages().some(({ search }) => /page=25\b/.test(search)), { timeoutMs: 20_000 });
    await atRest();
    read = pages().map(({ search }) => Number(new URLSearchParams(search).get('page')));
    stage.sandbox.requests.clear();
  });

  it('is read in 25 requests after signing in, and not again', async () => {
    expect(read.at(-1)).toBe(25);
    expect(new Set(read).size).toBe(read.length);
    const popup = await stage.browser.openPopup();
    await readFigures(popup);
    await atRest();
    expect(pages()).toEqual([]);
  });

  it('is on screen at once, though the check never answers', async () => {
    stage.sandbox.faults.add({ endpoint: 'vault/check-vault', kind: 'hang' });
    await expectMarks(long);
    expect(pages()).toEqual([]);
  });

  it('and a killed worker still knows it', async () => {
    await stage.browser.killWorker();
    stage.sandbox.faults.add({ endpoint: 'vault/check-vault', kind: 'hang' });
    await expectMarks(rtl);
    expect(pages()).toEqual([]);
  });

  it('is confirmed once a minute, however many tabs ask', async () => {
    await expectMarks(wai);
    await until('the check', () => checks().length === 1);
    await atRest();
    await expectMarks(wai);
    await atRest();
    expect(checks()).toHaveLength(1);
  });

  it('is put right by the check where another device was faster', async () => {
    const versionId = cjk.versionIds[0];
    const { id } = stage.sandbox.accounts.get('huge');
    const wasIn = stage.sandbox.vault.remove(id, versionId) > 0;
    if (!wasIn) stage.sandbox.vault.add(id, versionId);
    const page = await openModel(stage.browser, cjk, versionId);
    await untilButton(page, 'to say what it is now', ({ state }) => state === (wasIn ? 'out' : 'pending'));
    expect(checks().filter(({ search }) => search.includes(String(versionId)))).toHaveLength(1);
  });
});

// Firefox forgets an add-on that was loaded temporarily, and its data, when it ends.
if (browserName === 'chromium') {
  describe('after the browser was closed and started again', () => {
    let sandbox: Sandbox;
    let profile: Profile;
    let browser: TestBrowser | undefined;
    const pages = () => sandbox.requests.of('vault/all').filter(({ search }) => search.includes('limit=200'));
    const start = async () => {
      browser = await openBrowser({ browser: 'chromium', sandbox, profile });
      await browser.setLogin(sandbox.accounts.get('huge'));
      return browser;
    };
    setUp(
      async () => {
        [sandbox, profile] = await Promise.all([startSandbox(), createProfile()]);
      },
      async () => {
        await browser?.close();
        await profile?.remove();
        await sandbox?.close();
      },
    );

    it('marks and figures stand at once, from what it knew, without reading the vault again', async () => {
      const { id } = sandbox.accounts.get('huge');
      sandbox.vault.add(id, long.versionIds[0]);
      sandbox.runJobs();
      sandbox.vault.add(id, rtl.versionIds[1]);
      const first = await start();
      await first.signIn(keys.huge);
      await until('the last page', () =>
        pages().some(({ search, status }) => /page=26\b/.test(search) && status === 200),
      );
      await untilQuiet('the number of requests', () => sandbox.requests.all().length);
      const origin = first.engine.origin();
      await first.close();
      browser = undefined;
      sandbox.requests.clear();
      const check = sandbox.faults.add({ endpoint: 'vault/check-vault', kind: 'hang' });
      const quota = sandbox.faults.add({ endpoint: 'vault/get', kind: 'hang' });

      const second = await start();
      expect(second.engine.origin()).toBe(origin);
      const seen: string[] = [];
      for (const model of [long, rtl]) {
        const marks = await settledMarks(await openModel(second, model), model.versionIds.length);
        seen.push(...marks.map(({ state }) => state));
      }
      expect(seen).toEqual(['in', 'out', 'out', 'pending']);
      const figures = await readFigures(await second.openPopup());
      expect(shows(figures.used, sandbox.vault.usedKb(id))).toBe(true);
      expect(figures.items).toBe(5_002);
      await untilQuiet('the number of requests', () => sandbox.requests.all().length);
      // Less than 5 minutes old, the mirror needs no request at all; older, only the start of the list.
      expect(pages().filter(({ search }) => !/[?&]page=1(&|$)/.test(search))).toEqual([]);
      expect(pages().length).toBeLessThanOrEqual(1);
      expect([check.hits(), quota.hits()]).not.toContain(0);
    });
  });
}
