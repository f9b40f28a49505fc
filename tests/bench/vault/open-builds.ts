import type { Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { type BuildName, openProbe } from '@/tests/bench/browsers/variants.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';

/** One build in a browser of its own; `probe`: a page of the extension that asks its worker for nothing. */
export type Bench = { sandbox: Sandbox; browser: TestBrowser; probe: Page };

/** Opens today's build, and an older one if one is given, on a sandbox of their own; closes everything, whatever happens. */
export async function withBuilds<Value>(
  olderBuild: string | undefined,
  use: (builds: [BuildName, Bench][], sandbox: Sandbox) => Promise<Value>,
): Promise<Value> {
  const sandbox = await startSandbox();
  const opened: TestBrowser[] = [];
  const open = async (name: BuildName, extensionDir?: string): Promise<[BuildName, Bench]> => {
    const browser = await openBrowser({ browser: 'chromium', sandbox, ...(extensionDir && { extensionDir }) });
    opened.push(browser);
    return [name, { sandbox, browser, probe: await openProbe(browser) }];
  };
  try {
    const builds = [await open('vaulted')];
    if (olderBuild !== undefined) builds.push(await open('older', olderBuild));
    return await use(builds, sandbox);
  } finally {
    for (const browser of opened) await browser.close();
    await sandbox.close();
  }
}
