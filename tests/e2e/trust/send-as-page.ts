import type { Page } from 'puppeteer-core';
import { afterAll } from 'vitest';
import { askBridge, buildWithProbe, runInContentScript, SEND } from '@/tests/e2e/support/browser/probe.ts';
import { browserName, type Stage } from '@/tests/e2e/support/stage.ts';

/** A message's name and its argument. */
export type SentMessage = readonly [name: string, arg?: unknown];
/** What the tests read of an answer. */
type Answer = { ok?: boolean; problem?: { kind: string }; connection?: { session?: string } } | null;

/** What the stage has to load: Firefox lets no test into the content script's world, so that it takes a bridge. */
export async function withBridge(): Promise<{ extensionDir?: string }> {
  if (browserName === 'chromium') return {};
  const { folder, remove } = await buildWithProbe('firefox');
  afterAll(remove);
  return { extensionDir: folder };
}

/** Sends the messages at once from the content script's own world, as a script could that has got into it, and waits for all answers. */
export async function sendAsPage(stage: Stage, page: Page, messages: readonly SentMessage[]): Promise<Answer[]> {
  const asked = JSON.stringify(messages);
  const origin = stage.browser.engine.origin();
  const answers =
    browserName === 'firefox'
      ? await askBridge(page, asked)
      : await runInContentScript(page, origin, `(${SEND})(${asked})`);
  return JSON.parse(String(answers));
}
