import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '@/.ci/browsers.mjs';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { switches } from '@/tests/e2e/support/browser/chromium.ts';

/** Chromium with the site's hosts led to the sandbox; no extension. */
export function launch({ port }: Sandbox): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('chromium is not installed: run `npm run setup`');
  return puppeteer.launch({ executablePath, args: switches({ port, catchAll: false }) });
}

export type Opened = {
  page: Page;
  /** Everything that the page complained of: console errors and warnings, uncaught errors. */
  complaints: string[];
};

export type Opening = { host?: string; account?: string; width?: number; before?: () => void; hydrated?: boolean };

/** Opens a path, on civitai.com unless told otherwise, in a fresh profile and waits until it has hydrated. `before` runs in the page first of all. */
export async function openPage(
  browser: Browser,
  sandbox: Sandbox,
  path: string,
  options: Opening = {},
): Promise<Opened> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  await page.setViewport({ width: options.width ?? 1280, height: 900 });
  if (options.account) {
    const value = sandbox.accounts.get(options.account).sessions.com ?? '';
    await context.setCookie({ name: '__Secure-civ-token', value, domain: 'civitai.com', secure: true });
  }
  if (options.before) await page.evaluateOnNewDocument(options.before);
  await page.goto(`https://${options.host ?? 'civitai.com'}${path}`);
  if (options.hydrated ?? true) await hydrated(page);
  return { page, complaints };
}

/** Waits for the measure that Next leaves after hydration (site-facts.md C.5). */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('Next.js-hydration').length > 0);
}

/** React's hydration errors so far. */
export function reactErrors(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(window, '__reactErrors'));
}
