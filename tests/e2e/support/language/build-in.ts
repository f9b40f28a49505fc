import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '@/.ci/browsers.mjs';
import english from '@/locales/en.json' with { type: 'json' };
import { buildOf, copyExtension } from '@/tests/e2e/support/browser/build.ts';

type Texts = Readonly<Record<string, string>>;

/** A copy of the build whose texts are those of another language, in place of English. */
export async function buildIn(
  browser: BrowserName,
  translate: (texts: Texts) => Texts,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const copy = await copyExtension(buildOf(browser));
  const locales = join(copy.folder, '_locales');
  const path = join(locales, 'en', 'messages.json');
  const before: Record<string, { message: string }> = JSON.parse(await readFile(path, 'utf8'));
  const messages = Object.entries(translate(english)).map(([key, text]): [string, { message: string }] => [
    key.replace(/[.-]/g, '_'),
    { message: text.replaceAll('$', '$$$$') },
  ]);
  const missing = Object.keys(before).filter(name => !messages.some(([known]) => known === name));
  if (missing.length > 0 || (await readdir(locales)).length !== 1) throw new Error(`The build is another: ${missing}`);
  await writeFile(path, JSON.stringify(Object.fromEntries(messages)));
  return copy;
}
