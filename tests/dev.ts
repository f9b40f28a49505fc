/**
 * `npm run dev`: Vaulted in a browser, signed in to the sandbox, on a model page. A change of a source builds it again, loads it
 * again and reloads the page; what doesn't build is said, and the build before it stays. `--browser firefox` takes Firefox.
 */
import { watch } from 'node:fs';
import { cp } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { BrowserName } from '@/.ci/browsers.mjs';
import { buildOf, createProfile } from '@/tests/e2e/support/browser/build.ts';
import { isWindowless, runAndExit, untilStopped } from '@/tests/walkthrough/session.ts';
import { build, chooseBrowser, type Stage, setStage } from '@/tests/walkthrough/stage.ts';

const SOURCES = ['assets', 'components', 'entrypoints', 'locales', 'public', 'utils'];
/** An editor that saves several files, or one in several steps, makes one change. */
const SAVED_TOGETHER_MS = 200;

const { values: options } = parseArgs({
  options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
});

async function renew({ browser, page }: Stage, browserName: BrowserName, folder: string): Promise<void> {
  const startedAt = performance.now();
  await build(browserName);
  await cp(buildOf(browserName), folder, { recursive: true });
  await browser.reloadExtension();
  await page.reload();
  console.log(`Loaded again in ${Math.round(performance.now() - startedAt)} ms.`);
}

/** Calls `change` after each change of a source, one call at a time: what changes meanwhile is one more. */
function onChange(change: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const again = () => {
    last = last.then(change).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
  };
  for (const source of SOURCES) {
    watch(source, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(again, SAVED_TOGETHER_MS);
    });
  }
}

async function main(): Promise<0> {
  const browserName = chooseBrowser(options.browser);
  await build(browserName);
  const profile = await createProfile(browserName);
  const stage = await setStage(browserName, isWindowless(options.headless), { profile });
  onChange(() => renew(stage, browserName, profile.extension));
  console.log(`Change a file in ${SOURCES.join(', ')}. Close the browser's window, or press Ctrl-C, to stop.`);
  await untilStopped(stage);
  await stage.close();
  await profile.remove();
  return 0;
}

await runAndExit(main);
