import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** An extension of its own, since Vaulted may not be there yet, and the debugger can't discard a tab. */
const MANIFEST = { manifest_version: 3, name: 'Discards tabs', version: '1', permissions: ['tabs'] };

/** Discards the tab whose address begins like this. */
export async function discardInChromium(browser: Browser, address: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'discards-tabs-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Discards tabs</title>');
  const id = await browser.installExtension(folder);
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/page.html`);
  await page.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${address}*`)} });
    await chrome.tabs.discard(tab.id);
  })()`);
  await page.close();
  await browser.uninstallExtension(id);
  await rm(folder, { recursive: true, force: true });
}
