import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '@/.ci/browsers.mjs';
import english from '@/locales/en.json' with { type: 'json' };
import { buildOf, copyExtension } from '@/tests/e2e/support/browser/build.ts';

type Texts = Readonly<Record<string, string>>;

/** A copy of the build whose only texts are those of another language, in place of English. */
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
  const isOld = Object.keys(english).some(key => !(key.replace(/[.-]/g, '_') in before));
  if (isOld) throw new Error('The texts have changed since the build: run `npm run build`');
  for (const other of await readdir(locales)) await rm(join(locales, other), { recursive: true });
  await mkdir(join(locales, 'en'));
  await writeFile(path, JSON.stringify(Object.fromEntries(messages)));
  return copy;
}
