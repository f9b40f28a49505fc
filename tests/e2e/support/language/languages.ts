import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepTogether } from '@/.ci/build-plugins.ts';
import { everyCase } from '@/tests/e2e/support/stage.ts';
import { accented, mirrored } from './pseudo.ts';

type Texts = Readonly<Record<string, string>>;
/** A language to show Vaulted in. Pictures are named after it. */
type Language = { name: string; translate(texts: Texts): Texts; direction: string; isReal: boolean };

const folder = resolve(import.meta.dirname, '..', '..', '..', '..', 'locales');

function readLanguage(name: string): Language {
  const texts: Texts = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const built = Object.entries(texts).map(([key, text]) => [key, keepTogether(name, text)]);
  return { name, translate: () => Object.fromEntries(built), direction: texts.direction ?? '', isReal: true };
}

const longer: Language = { name: 'longer', translate: accented, direction: 'ltr', isReal: false };
const turned: Language = { name: 'turned', translate: mirrored, direction: 'rtl', isReal: false };
const arabic = readLanguage('ar');

/** The languages of `locales/` but English, in which all other tests are. */
const real = readdirSync(folder).flatMap(file => {
  const name = /^(\w+)\.json$/.exec(file)?.[1];
  return name && name !== 'en' ? readLanguage(name) : [];
});

/** The pseudo-languages and all real ones, or the one that `VAULTED_LANGUAGE` names; in the gate the `inGate` alone. */
function languagesFor(inGate: readonly Language[]): readonly Language[] {
  const only = process.env.VAULTED_LANGUAGE;
  if (only) return [longer, turned, ...real].filter(({ name }) => name === only);
  return everyCase ? [longer, turned, ...real] : inGate;
}

/** Long words are tried in the extension's own pages, which have most of them. */
export const ofPages = languagesFor([longer, arabic]);
/** The other direction matters more on the site, where places do. */
export const ofSite = languagesFor([arabic]);
