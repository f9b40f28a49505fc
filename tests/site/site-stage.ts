import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { launch, type Opened, type Opening, openPage } from './browser.ts';

type Site = {
  readonly sandbox: Sandbox;
  /** A page in a fresh profile, hydrated unless told otherwise. */
  open(path: string, options?: Opening): Promise<Opened>;
  /** The same for a feed, once its first cards stand. */
  openFeed(path?: string): Promise<Opened>;
};

/** One sandbox and one browser without Vaulted for all tests of a file. */
export function stageSite(): Site {
  let running: { sandbox: Sandbox; browser: Browser } | undefined;
  beforeAll(async () => {
    const sandbox = await startSandbox();
    running = { sandbox, browser: await launch(sandbox) };
  }, 30_000);
  afterAll(async () => {
    await running?.browser.close();
    await running?.sandbox.close();
  });
  const now = () => {
    if (!running) throw new Error('The site is there from beforeAll on');
    return running;
  };
  const open = (path: string, options?: Opening) => openPage(now().browser, now().sandbox, path, options);
  return {
    get sandbox() {
      return now().sandbox;
    },
    open,
    async openFeed(path = '/models') {
      const opened = await open(path);
      await opened.page.waitForSelector('[data-index] a');
      return opened;
    },
  };
}
