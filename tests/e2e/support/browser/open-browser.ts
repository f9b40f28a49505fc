import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from '@/.ci/browsers.mjs';
import { type Login, setLogin } from '@/tests/e2e/support/site/login.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { buildOf, copyExtension, output, type Profile } from './build.ts';
import { launchChromium } from './chromium.ts';
import type { Engine, LaunchOptions } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { signInThroughPopup } from './sign-in.ts';
import { createTabs, type Tabs } from './tabs.ts';

export type { BrowserName };
export type OpenOptions = {
  browser: BrowserName;
  /** Where the site's hosts lead. */
  sandbox: { port: number };
  /** The production build of that browser when left out; `false`: no extension yet. */
  extensionDir?: string | false;
  /** Starts with what a browser that was closed has left there, and leaves it to the next. */
  profile?: Profile;
  /** A browser that runs already, with no extension in it, and leads to the same port. */
  engine?: Engine | undefined;
} & Partial<Pick<LaunchOptions, 'headless' | 'catchAll' | 'hasGpu' | 'isRestoring' | 'isTouch' | 'prefs' | 'viewport'>>;

/** How long a browser may take to start or end beside four others. */
const UNHURRIED = { timeoutMs: 30_000 };

/** One running browser, with the extension's production build in it. */
export type TestBrowser = Omit<Tabs, 'openPages'> & {
  name: BrowserName;
  engine: Engine;
  /** Addresses of all tabs, also of those that the extension has opened. */
  openTabs(): Promise<string[]>;
  /** Signs Vaulted in through the popup's own form; fails with the popup's words if it refuses the key. */
  signIn(key: string, options?: { isBrief?: boolean }): Promise<void>;
  /** Logs the browser in on the site, on .com and .red as the account is; `undefined` logs it out. */
  setLogin(login: Login): Promise<void>;
  installExtension(): Promise<void>;
  reloadExtension(): Promise<void>;
  killWorker(): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  /** The user's preference, and the site's own theme from the next load on. */
  emulateScheme(scheme: 'dark' | 'light'): Promise<void>;
  /** Writes `.output/screenshots/NAME-BROWSER.png` and returns its path. */
  screenshot(page: Page, name: string): Promise<string>;
  close(): Promise<void>;
  /** Takes the extension out and clears the browser, for the next that wants one like it. */
  leave(): Promise<Engine>;
};

async function launch({ browser, sandbox, profile, ...rest }: OpenOptions): Promise<Engine> {
  const { headless = true, catchAll = false, hasGpu = false, isRestoring = false, isTouch = false } = rest;
  const { prefs = {}, viewport } = rest;
  const executablePath = findBrowser(browser);
  if (!executablePath) throw new Error(`${browser} is not installed: run \`npm run setup\``);
  const size = viewport ?? { width: 1280, height: 900 };
  const kept = profile && { dataFolder: profile.dataFolder };
  const how = { headless, catchAll, hasGpu, isRestoring, isTouch, prefs };
  const options = { executablePath, port: sandbox.port, viewport: size, ...how, ...kept };
  return browser === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

/** A benchmark loads the smallest extension there can be as well. */
async function isVaulted(folder: string): Promise<boolean> {
  const { short_name: name } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  return name === '__MSG_extension_short_name__';
}

/** The extension's own copy of its build for this browser, and what loads and removes it. */
async function prepareExtension(engine: Engine, { browser, extensionDir, profile }: OpenOptions) {
  const extension = profile
    ? { folder: profile.extension, remove: async () => {} }
    : await copyExtension(extensionDir || buildOf(browser));
  /** Right after its installation Vaulted asks for a key in a tab of its own; tests start without it. */
  let isInstalled = false;
  const install = async () => {
    await engine.install(extension.folder);
    isInstalled = true;
    const url = `${engine.origin()}/popup.html?tab`;
    if (profile?.isUsed || !(await isVaulted(extension.folder))) return;
    await until('the tab that greets a new user', async () => (await engine.openTabs()).includes(url), UNHURRIED);
    await engine.closeTab(url);
  };
  const takeOut = async () => {
    if (isInstalled) await engine.uninstall();
    await extension.remove();
  };
  return { install, remove: extension.remove, takeOut };
}

async function emulateScheme(engine: Engine, scheme: 'dark' | 'light', pages: Page[]): Promise<void> {
  await engine.setScheme(scheme, pages);
  const query = `matchMedia('(prefers-color-scheme: ${scheme})').matches`;
  // A tab that was closed meanwhile has no scheme to wait for.
  for (const page of pages) await until(`the ${scheme} scheme`, () => page.evaluate(query).catch(() => true));
  const cookie = { name: 'mantine-color-scheme', value: scheme, path: '/' };
  await engine.puppeteer.setCookie({ ...cookie, domain: 'civitai.com' }, { ...cookie, domain: 'civitai.red' });
}

async function takeScreenshot(page: Page, name: string): Promise<string> {
  const path = join(output, 'screenshots', `${name}.png`);
  await mkdir(join(output, 'screenshots'), { recursive: true });
  await page.bringToFront();
  await writeFile(path, await page.screenshot());
  return path;
}

async function signIn(tabs: Omit<Tabs, 'openPages'>, key: string, options?: { isBrief?: boolean }): Promise<void> {
  const popup = await tabs.openPopup();
  const answer = await signInThroughPopup(popup, key, options);
  if ('refusal' in answer) throw new Error(`The popup refused the key: ${answer.refusal}`);
  await tabs.closePopup(popup);
}

/** Starts a browser whose only network is the sandbox. `close()` it, whatever happens. */
export async function openBrowser(options: OpenOptions): Promise<TestBrowser> {
  const engine = options.engine ?? (await launch(options));
  const extension = await prepareExtension(engine, options);
  if (options.extensionDir !== false) await extension.install();
  if (options.profile) options.profile.isUsed = true;
  const { openPages, ...tabs } = createTabs(engine);
  return {
    ...tabs,
    name: options.browser,
    engine,
    openTabs: () => engine.openTabs(),
    signIn: (key, how) => signIn(tabs, key, how),
    setLogin: login => setLogin(engine, login),
    installExtension: extension.install,
    reloadExtension: () => engine.reload(),
    killWorker: () => engine.killWorker(),
    setOffline: async offline => engine.setOffline(offline, openPages()),
    emulateScheme: scheme => emulateScheme(engine, scheme, openPages()),
    screenshot: (page, name) => takeScreenshot(page, `${name}-${options.browser}`),
    close: async () => {
      await engine.puppeteer.close();
      await until('the browser to end', () => !engine.puppeteer.connected, UNHURRIED);
      await extension.remove();
    },
    leave: async () => {
      await extension.takeOut();
      await engine.clear();
      return engine;
    },
  };
}
