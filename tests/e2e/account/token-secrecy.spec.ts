import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { askBridge, buildWithProbe, collectInContentScript, collectInPage } from '@/tests/e2e/support/browser/probe.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { BUTTON, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { browserName } from '@/tests/e2e/support/stage.ts';
import { removeNow } from '@/tests/e2e/support/vault/open-removals.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, emoji } = landmarks;
const key = keys.small;
/** Any eight characters in a row would give the key away. */
const pieces = Array.from({ length: key.length - 7 }, (_, index) => key.slice(index, index + 8));
const leaks = (text: string) => pieces.filter(piece => text.includes(piece));

describe.each([
  { kept: 'until the user signs out', isBrief: false },
  { kept: 'only until the browser closes', isBrief: true },
])('nothing that a page or a content script can reach holds a key that is kept $kept', ({ isBrief }) => {
  let sandbox: Sandbox;
  let browser: TestBrowser;
  let page: Page;
  let removeCopy = async () => {};

  setUp(
    async () => {
      sandbox = await startSandbox();
      // Only Firefox needs the probe: Chromium's debugger reaches the world of the unchanged build's content script.
      const probe = browserName === 'firefox' ? await buildWithProbe('firefox') : undefined;
      removeCopy = probe?.remove ?? removeCopy;
      browser = await openBrowser({
        browser: browserName,
        sandbox,
        // A request to whatever host comes to the sandbox, which writes it down.
        catchAll: true,
        ...(probe ? { extensionDir: probe.folder } : {}),
      });
      await browser.setLogin(sandbox.accounts.get('small'));
      await browser.signIn(key, { isBrief });
      page = await openModel(browser, wai, wai.versionIds[1]);
    },
    async () => {
      await browser?.close();
      await sandbox?.close();
      await removeCopy();
    },
  );

  /** Uses all that Vaulted does: look, add, remove, the popup, both hosts. */
  const doEverything = async () => {
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to say that it is kept', ({ state }) => state === 'pending');
    const other = await openModel(browser, wai, wai.versionIds[3]);
    await clickCentre(other, BUTTON);
    await removeNow(browser, other);
    await untilButton(other, 'to offer it again', ({ state }) => state === 'out');
    await other.goto(`https://civitai.red/models/${emoji.modelId}`, { waitUntil: 'load' });
    await untilButton(other, 'on civitai.red', ({ state }) => state === 'in');
    const popup = await browser.openPopup();
    await readFigures(popup);
    await browser.closePopup(popup);
    await other.close();
    await page.bringToFront();
    await untilQuiet('the number of requests', () => sandbox.requests.all().length);
  };

  it('the key goes to https://civitai.com/api/ only, in a header, without a cookie, and in no address', async () => {
    await doEverything();
    const all = sandbox.requests.all();
    const withKey = all.filter(({ authorization }) => authorization !== undefined);
    expect(withKey.length).toBeGreaterThan(4);
    for (const { host, path, authorization, cookie } of withKey) {
      expect([host, path.startsWith('/api/v1/'), authorization, cookie]).toEqual([
        'civitai.com',
        true,
        `Bearer ${key}`,
        false,
      ]);
    }
    expect(all.filter(({ path, search }) => leaks(path + search).length > 0)).toEqual([]);
  });

  it("no request of Vaulted's goes to another host", () => {
    // Browsers ask their own makers now and then.
    const isOwn = (host: string) =>
      /(^|\.)(mozilla\.(com|org|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com)$/.test(host);
    const hosts = new Set(
      sandbox.requests
        .all()
        .map(({ host }) => host)
        .filter(host => !isOwn(host)),
    );
    expect([...hosts].filter(host => !/^(image\.)?civitai\.(com|red)$/.test(host))).toEqual([]);
  });

  it("the page's own world has it nowhere: globals, DOM, shadow roots, storages, addresses", async () => {
    await page.evaluate(() =>
      Object.assign(window, { planted: { deep: new Map([['inside', ['a planted secret']]]) } }),
    );
    const text = await collectInPage(page);
    expect(text).toContain('a planted secret');
    expect(text.length).toBeGreaterThan(50_000);
    expect(text).toContain('data-vaulted-kind="button"');
    expect(leaks(text)).toEqual([]);
  });

  it('the content-script world gets it neither from storage nor by any message', async () => {
    const origin = browser.engine.origin();
    const text = await (browserName === 'firefox' ? askBridge(page) : collectInContentScript(page, origin));
    expect(leaks(text)).toEqual([]);
    const found: Record<string, unknown> = JSON.parse(text);
    expect(found['message check-versions']).toMatchObject({ connection: { kind: 'signed-in' } });
    for (const name of ['refresh-account', 'sign-out', 'sign-in', 'cached-items', 'site-account']) {
      expect([name, found[`message ${name}`] ?? null]).not.toEqual([name, expect.objectContaining({ ok: true })]);
    }
    for (const name of ['token', 'read-token', 'key', 'fetch']) {
      expect(JSON.stringify(found[`message ${name}`] ?? null)).not.toMatch(/"ok":true|username/);
    }
    if (browserName === 'chromium') expect(found['storage.local']).toMatch(/refused/);
    // Where a key is that goes with the browser: Chromium refuses it, Firefox has none for content scripts.
    expect(found['storage.session']).toMatch(browserName === 'chromium' ? /refused/ : /absent/);
    // Whether a copy of the script lives here, the way from one half of it to the other, and nothing else.
    expect([['vaultedLife'], ['vaultedOnDemand', 'vaultedLife']]).toContainEqual(found.globals);
  });

  it('and a page cannot sign anybody out or in by it', async () => {
    const popup = await browser.openPopup();
    await readFigures(popup);
    const account = await popup.evaluate(() => document.querySelector('[aria-label="Account"]')?.textContent);
    expect(account).toContain('small');
    await browser.closePopup(popup);
  });
});
