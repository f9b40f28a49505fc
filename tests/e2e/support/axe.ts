import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on a page, or only in what `within` selects: one line for each element it complains about; empty is good. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  // Evaluated by the debugger: the extension's own policy lets no script in.
  await page.evaluate(`${source}; undefined`);
  const found =
    await page.evaluate(`axe.run(${within ? JSON.stringify(within) : 'document'}, { resultTypes: ['violations'] }).then(({ violations }) =>
    JSON.stringify(violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, help, target.join(' '), failureSummary].join(' | ')))))`);
  return JSON.parse(String(found));
}
