import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';

const source = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Everything that axe finds in the page as it stands, one line for each element; empty: nothing. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found: unknown = await page.evaluate(`axe
    .run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(node => id + ': ' + node.html.slice(0, 160))))`);
  return Array.isArray(found) ? found.map(String) : [`axe did not answer: ${String(found)}`];
}
