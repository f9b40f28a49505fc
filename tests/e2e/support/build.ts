import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserName } from '../../../.ci/browsers.mjs';
import { until } from './wait.ts';

export const output = resolve(import.meta.dirname, '..', '..', '..', '.output');

/** The folder of the production build that a browser loads. */
export function buildOf(browser: BrowserName): string {
  return join(output, browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}

/** A copy of an extension's folder, byte for byte, so that a build that runs meanwhile doesn't pull the files away. */
export async function copyExtension(folder: string): Promise<{ folder: string; remove(): Promise<void> }> {
  await until(`${folder} to be built: run \`npm run build\``, () => existsSync(join(folder, 'manifest.json')), {
    timeoutMs: 5_000,
  });
  const copy = await mkdtemp(join(tmpdir(), 'vaulted-extension-'));
  await cp(folder, copy, { recursive: true });
  return { folder: copy, remove: () => rm(copy, { recursive: true, force: true }) };
}

/**
 * What outlives a browser: its data, and the extension's copy, whose path Chromium makes the extension's id from. Remove it once
 * every browser that was opened with it is closed.
 */
export type Profile = { dataFolder: string; extension: string; isUsed: boolean; remove(): Promise<void> };

/** A profile with the production build of Chromium, for `openBrowser`. */
export async function createProfile(): Promise<Profile> {
  const extension = await copyExtension(buildOf('chromium'));
  const dataFolder = await mkdtemp(join(tmpdir(), 'vaulted-profile-'));
  const remove = async () => {
    await extension.remove();
    // Chromium's helpers may still be writing when the browser itself has ended.
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { dataFolder, extension: extension.folder, isUsed: false, remove };
}
