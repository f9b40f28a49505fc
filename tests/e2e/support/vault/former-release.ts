import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { type FormerContents, writeFormerDatabase } from '@/tests/unit/background/storage/former-database.ts';

/**
 * Leaves what an earlier release has stored, and no worker: the next one finds it. `page`, of the extension, then shows one that asks
 * the worker nothing.
 */
export async function leaveFormerDatabase(
  browser: Pick<TestBrowser, 'engine' | 'killWorker'>,
  page: Page,
  version: number,
  contents: FormerContents,
): Promise<void> {
  // A popup would go on waking the worker, which would create today's database.
  await browser.engine.openExtensionPage(page, 'confirm.html');
  // What the page before it had asked may still start a worker, which creates today's database between the deletion and the writing.
  await until('the former database to be all that there is', async () => {
    await browser.killWorker();
    await page.evaluate(writeFormerDatabase, version, contents);
    // One that woke in time for the deletion knows nothing of what was written.
    await browser.killWorker();
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    return names.includes('vaulted') && !names.includes('vaulted-vault');
  });
}
