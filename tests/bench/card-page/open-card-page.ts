import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';

const URL_OF_PAGE = 'https://civitai.com/cards';

const STYLE = `
  body { margin: 0; } .scroll-area { height: 100vh; overflow-y: auto; } .row { display: grid; grid-template-columns: repeat(7, 1fr); gap: 8px; height: 210px; }
  .relative { position: relative; overflow: hidden; height: 202px; background: #333; color: #eee; } .relative > div { position: relative; height: 100%; }
  .header, .footer { position: absolute; left: 0; width: 100%; } .header { top: 0; } .footer { bottom: 0; } .picture { height: 202px; }
  .flex { display: flex; } .flex-col { flex-direction: column; } .justify-between { justify-content: space-between; } button { width: 30px; height: 30px; }
`;

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'in-page', 'main.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  const [script] = outputFiles;
  if (!script) throw new Error('The script of the card page was not built');
  return `<!doctype html><title>Cards</title><style>${STYLE}</style><div class="scroll-area"></div><script>${script.text}</script>`;
}

/**
 * A page without the site's script at an address of the site. It has cards as the site has them, and does nothing by itself.
 * `isHydrated`: Vaulted may begin.
 */
export async function openCardPage(browser: TestBrowser, { isHydrated = true } = {}): Promise<Page> {
  bundled ??= bundle();
  const body = await bundled;
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (request.url() !== URL_OF_PAGE) return void request.respond({ status: 204 });
    return void request.respond({ status: 200, contentType: 'text/html', body });
  });
  await page.goto(URL_OF_PAGE, { waitUntil: 'load' });
  await page.waitForFunction(() => window.cardPage !== undefined);
  // What the content script waits for (site-facts.md C.5).
  if (isHydrated) await page.evaluate(() => void performance.measure('Next.js-hydration'));
  return page;
}
