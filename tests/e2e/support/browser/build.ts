import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserName } from '@/.ci/browsers.mjs';
import { until } from '@/tests/e2e/support/wait.ts';

const HAS_MOUSE = '@media (hover:hover)';

export const output = resolve(import.meta.dirname, '..', '..', '..', '..', '.output');

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

/** A copy of the build that takes the machine for one with a mouse, which a browser without a screen is not. */
export async function buildForMouse(browser: BrowserName): Promise<{ folder: string; remove(): Promise<void> }> {
  const copy = await copyExtension(buildOf(browser));
  let changed = 0;
  for (const file of ['content-scripts/civitai.css', 'content-scripts/civitai.js', 'on-demand.js']) {
    const path = join(copy.folder, file);
    const text = await readFile(path, 'utf8');
    changed += text.split(HAS_MOUSE).length - 1;
    await writeFile(path, text.replaceAll(HAS_MOUSE, '@media (min-width:0)'));
  }
  if (changed === 0) throw new Error(`${HAS_MOUSE} does not stand in the build any more`);
  return copy;
}

/**
 * What outlives a browser: its data, and the extension's copy, whose path Chromium makes the extension's id from. Remove it once
 * every browser that was opened with it is closed.
 */
export type Profile = { dataFolder: string; extension: string; isUsed: boolean; remove(): Promise<void> };

/** A profile with the production build, for `openBrowser`. */
export async function createProfile(browser: BrowserName = 'chromium'): Promise<Profile> {
  const extension = await copyExtension(buildOf(browser));
  const dataFolder = await mkdtemp(join(tmpdir(), 'vaulted-profile-'));
  const remove = async () => {
    await extension.remove();
    // Chromium's helpers may still be writing when the browser itself has ended.
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { dataFolder, extension: extension.folder, isUsed: false, remove };
}

/** What Firefox does where it keeps no history: the database can't be opened, and what there is can't be listed. */
const NO_DATABASE = `
IDBFactory.prototype.open = () => { throw new DOMException('refused', 'InvalidStateError'); };
IDBFactory.prototype.databases = async () => { throw new DOMException('refused', 'InvalidStateError'); };
`;
const NO_MEMORY = `
for (const name of ['get', 'set', 'remove'])
  Object.defineProperty(chrome.storage.session, name, { value: async () => { throw new Error('refused'); } });
`;

/** A copy of the build whose background is refused the database; without `hasMemory` the memory of the session as well. */
export async function buildRefused(browser: BrowserName, hasMemory: boolean): Promise<string> {
  const { folder } = await copyExtension(buildOf(browser));
  const path = join(folder, 'background.js');
  await writeFile(path, `${NO_DATABASE}${hasMemory ? '' : NO_MEMORY}${await readFile(path, 'utf8')}`);
  return folder;
}
