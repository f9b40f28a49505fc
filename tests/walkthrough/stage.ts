import type { Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from '@/.ci/browsers.mjs';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { type OpenOptions, openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { modelPath, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { runCommand } from '@/tests/run/command.ts';

/** The account that is signed in, on the site and in Vaulted. */
export const ACCOUNT = 'small';
/** The model on screen: 12 versions. */
export const MODEL = landmarks.wai;

export type Stage = { sandbox: Sandbox; browser: TestBrowser; page: Page; close(): Promise<void> };

/** Ends the program with one line on what to do. */
export class Stop extends Error {}

/** The browser to show it in: the one asked for, else Chromium, else Firefox. */
export function chooseBrowser(wanted: string | undefined): BrowserName {
  if (wanted === 'chromium' || wanted === 'firefox') return wanted;
  if (wanted !== undefined) throw new Stop('--browser takes chromium or firefox.');
  if (findBrowser('chromium')) return 'chromium';
  if (findBrowser('firefox')) return 'firefox';
  throw new Stop('Install Chromium, Chrome for Testing or Firefox: branded Chrome and Edge refuse to load Vaulted.');
}

/** Builds for production, into the folder that `openBrowser` loads; throws `Stop` after the build's own messages. */
export async function build(browser: BrowserName): Promise<void> {
  const target = browser === 'chromium' ? ['build'] : ['build', '-b', 'firefox', '--mv3'];
  if (!(await runCommand('wxt', target))) throw new Stop('The build failed; its messages are above.');
}

async function openSignedIn(browser: TestBrowser, sandbox: Sandbox): Promise<Page> {
  await browser.setLogin(sandbox.accounts.get(ACCOUNT));
  await browser.signIn(keys[ACCOUNT]);
  const page = await browser.newPage(modelPath(MODEL.modelId));
  await settledMarks(page, MODEL.versionIds.length);
  if (!(await browser.engine.hasWorker())) throw new Error('its background does not run');
  return page;
}

/** What stands already, so that nothing is built: an unpacked build, or a profile that holds one. */
type Ready = Pick<OpenOptions, 'extensionDir' | 'profile'>;

/** Builds if nothing is ready, starts the sandbox and a browser with Vaulted signed in, on the model page; throws `Stop`. */
export async function setStage(name: BrowserName, headless: boolean, ready?: Ready): Promise<Stage> {
  if (!ready) await build(name);
  const sandbox = await startSandbox();
  let browser: TestBrowser | undefined;
  const close = async () => {
    await browser?.close();
    await sandbox.close();
  };
  try {
    browser = await openBrowser({ browser: name, sandbox, headless, ...ready });
    return { sandbox, browser, page: await openSignedIn(browser, sandbox), close };
  } catch (error) {
    await close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stop(
      `Vaulted was not loaded in ${findBrowser(name)}: ${reason}. Install Chromium, Chrome for Testing or Firefox (not Chrome ` +
        'or Edge), or name one in CHROMIUM or FIREFOX.',
    );
  }
}
