import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { createProfile, type Profile } from '@/tests/e2e/support/browser/build.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { signInThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { browserName } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** Everything in the extension's two storages that outlives the browser, as text. */
const disk = (page: Page) =>
  page
    .evaluate(`(async () => {
    const local = await (globalThis.browser ?? chrome).storage.local.get(null);
    const database = await new Promise(done => {
      const opening = indexedDB.open('vaulted-vault');
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

describe('a key that is stored only until the browser closes', () => {
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
    await popup.click('[data-opens="settings"]');
    await untilSays(popup, /stored until the browser closes/);
    const onDisk = await disk(popup);
    expect(onDisk).not.toContain(keys.small);
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
