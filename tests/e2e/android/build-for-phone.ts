import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOf, copyExtension } from '@/tests/e2e/support/browser/build.ts';

/** What Firefox for Android does not have, of what extensions use. */
const WITHOUT = `for (const api of [globalThis.browser, globalThis.chrome]) {
  if (!api) continue;
  for (const name of ['windows', 'downloads', 'omnibox', 'commands', 'menus', 'contextMenus', 'sidebarAction'])
    Object.defineProperty(api, name, { value: undefined, configurable: true });
  for (const name of ['openPopup', 'setIcon', 'getUserSettings'])
    if (api.action) Object.defineProperty(api.action, name, { value: undefined, configurable: true });
}
`;

/** What Firefox for Android says of itself, and that a finger is all there is to point with. */
export const PHONE = {
  'general.useragent.override': 'Mozilla/5.0 (Android 14; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0',
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'dom.w3c_touch_events.enabled': 1,
};

/** A copy of Firefox's build whose background and pages lack what Firefox for Android lacks. */
export async function buildForPhone(): Promise<{ folder: string; remove(): Promise<void> }> {
  const copy = await copyExtension(buildOf('firefox'));
  const change = async (file: string, to: (text: string) => string) => {
    const path = join(copy.folder, file);
    await writeFile(path, to(await readFile(path, 'utf8')));
  };
  await writeFile(join(copy.folder, 'phone.js'), WITHOUT);
  await change('background.js', text => WITHOUT + text);
  const pages = (await readdir(copy.folder)).filter(name => name.endsWith('.html'));
  for (const page of pages)
    await change(page, text => text.replace('<head>', '<head><script src="/phone.js"></script>'));
  return copy;
}
