import puppeteer, { type Browser } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { clearFirefox, SCHEME } from '@/tests/e2e/support/restart/clear.ts';
import { tabControls } from '@/tests/e2e/support/restart/firefox-tabs.ts';
import { type RunInBrowser, restartControls } from '@/tests/e2e/support/restart/in-firefox.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import type { Engine, LaunchOptions } from './engine.ts';

async function browserScope(browser: BidiBrowser): Promise<RunInBrowser> {
  const { connection } = browser;
  // `moz:scope` is Firefox's own addition to the protocol.
  const scope: { root?: string; 'moz:scope': string } = { 'moz:scope': 'chrome' };
  const { result } = await connection.send('browsingContext.getTree', scope);
  const context: string = result.contexts[0]?.context ?? '';
  return async expression => {
    const answer = await connection.send('script.evaluate', {
      expression: `Promise.resolve(${expression}).then(String)`,
      target: { context },
      awaitPromise: true,
    });
    if (answer.result.type !== 'success') throw new Error(`${expression}: ${answer.result.exceptionDetails.text}`);
    return answer.result.result.type === 'string' ? answer.result.result.value : '';
  };
}

const KEEPS_STORAGE = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** A coarse pointer (1) and no hover: what `LookAndFeel` says of a machine with a touch screen alone. */
const WITH_TOUCH = { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 };

async function start(options: LaunchOptions) {
  const { executablePath, port, headless, viewport, dataFolder, prefs, isTouch } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: headless ? viewport : null,
    acceptInsecureCerts: true,
    handleSIGINT: false,
    // Lets the tests end the background and reload the extension as the browser itself does.
    args: ['-remote-allow-system-access'],
    ...(dataFolder !== undefined && { userDataDir: dataFolder }),
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${port}`,
      'services.settings.server': 'data:,',
      'app.normandy.enabled': false,
      ...prefs,
      // An unpacked extension goes when the browser ends, but not what it has stored.
      ...(dataFolder !== undefined && KEEPS_STORAGE),
      ...(isTouch && WITH_TOUCH),
    },
    // Firefox obeys `services.settings.server` only with this.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  if (!(browser instanceof BidiBrowser)) throw new Error('Firefox must be driven by WebDriver BiDi');
  return browser;
}

/** Settings that hold for the whole browser. */
function browserControls(inBrowser: RunInBrowser) {
  const setOffline = async (offline: boolean) => {
    // Firefox still reaches its own machine while offline, so the names must lead nowhere as well.
    const address = offline ? 'offline.invalid' : '127.0.0.1';
    await inBrowser(`Services.prefs.setCharPref('network.dns.forceResolve', '${address}')`);
    await inBrowser(`(Services.io.offline = ${offline})`);
    // A connection that was kept open to this machine outlives both.
    if (offline) await inBrowser(`Services.obs.notifyObservers(null, 'net:cancel-all-connections')`);
  };
  return {
    setOffline,
    setScheme: async (scheme: 'dark' | 'light') => {
      await inBrowser(`Services.prefs.setIntPref('${SCHEME}', ${scheme === 'dark' ? 0 : 1})`);
    },
    clear: async () => {
      await setOffline(false);
      await clearFirefox(inBrowser);
    },
  };
}

/** The extension once it is installed: its address, and its background's life. */
function extensionControls(browser: Browser, inBrowser: RunInBrowser) {
  let [id, host] = ['', ''];
  const policy = () => `WebExtensionPolicy.getByID(${JSON.stringify(id)})`;
  const readHost = async () => {
    host = await inBrowser(`${policy()}.mozExtensionHostname`);
  };
  return {
    install: async (folder: string) => {
      id = await browser.installExtension(folder);
      await readHost();
      return id;
    },
    uninstall: () => browser.uninstallExtension(id),
    origin: () => `moz-extension://${host}`,
    hasWorker: async () => (await inBrowser(`${policy()}.extension.backgroundState`)) === 'running',
    killWorker: async () => {
      // Without the option a worker that has just been asked something stays alive.
      await inBrowser(`${policy()}.extension.terminateBackground({ disableResetIdleForTest: true })`);
    },
    ...restartControls(inBrowser, () => id, readHost),
  };
}

/** Starts Firefox with the site's hosts, and only those, leading to the sandbox. */
export async function launchFirefox(options: LaunchOptions): Promise<Engine> {
  const browser = await start(options);
  const inBrowser = await browserScope(browser);
  const extension = extensionControls(browser, inBrowser);
  return {
    puppeteer: browser,
    ...extension,
    ...tabControls(inBrowser),
    ...browserControls(inBrowser),
    openExtensionPage: async (page, path) => {
      const url = `${extension.origin()}/${path}`;
      // Firefox moves the tab to another process and never reports `load` for it.
      await page.goto(url, { waitUntil: [] });
      await until(`${path} to open`, () =>
        page.evaluate(`location.href === '${url}' && document.readyState === 'complete'`),
      );
    },
  };
}
