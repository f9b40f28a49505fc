import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { openRoots } from './closed-roots.ts';
import type { TestBrowser } from './open-browser.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where to search, as a selector, and for what; everywhere and for everything when left out. */
type Scope = { within?: string; rules?: string[] };

/** What axe leaves out unless it is asked for: WCAG 2.5.8, and 2.5.3. */
const ALSO = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };

/** What axe-core finds on a page: one line for each element it complains about; empty is good. */
export async function axeFindings(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
  await openRoots(page);
  // Evaluated by the debugger: the extension's own policy lets no script in.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(`${source}; undefined`);
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : { rules: ALSO }) });
  const place = within === undefined ? 'document' : JSON.stringify(within);
  const found = await page.evaluate(`axe.run(${place}, ${options}).then(({ violations }) =>
    JSON.stringify(violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, help, target.join(' '), failureSummary].join(' | ')))))`);
  return JSON.parse(String(found));
}

/** The same in the dark and in the light scheme, of which only the colours can differ: each line begins with the scheme. */
export async function axeInBothSchemes(browser: TestBrowser, page: Page): Promise<string[]> {
  await browser.emulateScheme('dark');
  const dark = await axeFindings(page);
  await browser.emulateScheme('light');
  const light = await axeFindings(page, { rules: ['color-contrast'] });
  return [...dark.map(line => `dark: ${line}`), ...light.map(line => `light: ${line}`)];
}
