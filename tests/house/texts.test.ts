import { describe, expect, it } from 'vitest';
import { withoutNotes } from '@/.ci/build-plugins';
import { glossaries, locales } from '@/tests/house/texts/files';
import { glossaryFlaws, unusedTerms } from '@/tests/house/texts/glossary';
import { localeFlaws } from '@/tests/house/texts/locales';
import { shortenedTexts } from '@/tests/house/texts/sentences';
import { typographyFlaws } from '@/tests/house/texts/typography';
import { mentionsOf, useFlaws } from '@/tests/house/texts/uses';
import { writtenTexts } from '@/tests/house/texts/written';
import { files, read } from './tree';

const [english = {}] = locales.values();
/** The site's names of model types, which have texts of their own. */
const apiWords = new Set(Object.keys(english).flatMap(key => /^type\.([A-Z]\w*)$/.exec(key)?.[1] ?? []));

const scripts = files.filter(file => /^(entrypoints|components|utils)\/.*\.tsx?$/.test(file));
const pages = files.filter(file => /^entrypoints\/.*\.html$/.test(file));
const sourceOf = (file: string) =>
  /\/surfaces\/(rare-surfaces|table)\.ts$/.test(file) ? withoutNotes(read(file)) : read(file);
/** What the manifest says is named in wxt.config.ts, in the browser's own way. */
const named = [...read('wxt.config.ts').matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name);

describe('the texts of the extension', () => {
  it('stand in locales/, not in the code', () => {
    expect(scripts.length).toBeGreaterThan(200);
    expect(scripts.flatMap(file => writtenTexts(file, sourceOf(file), apiWords))).toEqual([]);
    const titled = pages.filter(file => />[^<]*\p{L}[^<]*</u.test(read(file)));
    expect([pages.length, titled]).toEqual([3, []]);
  });

  it('are there, are used, and get the values that they need', () => {
    const mentions = scripts.map(file => mentionsOf(file, sourceOf(file), english));
    const ofManifest = Object.keys(english).filter(key => named.includes(key.replace(/[.-]/g, '_')));
    expect(mentions.flatMap(({ uses }) => uses).length).toBeGreaterThan(300);
    expect(ofManifest.length).toBe(new Set(named).size);
    const manifest = { uses: [], literals: new Set(ofManifest), glued: [] };
    expect(useFlaws([...mentions, manifest], english)).toEqual([]);
  });

  it('are the same in every language, each with the forms that its plural rules need', () => {
    expect(locales.has('en')).toBe(true);
    expect(localeFlaws(locales)).toEqual([]);
  });

  it('say no less than the English ones', () => {
    expect([...locales].flatMap(([name, texts]) => shortenedTexts(name, texts, english))).toEqual([]);
  });

  it('are set as their language sets its texts', () => {
    expect([...locales].flatMap(([name, texts]) => typographyFlaws(name, texts))).toEqual([]);
  });

  it('keep to the glossary of their language', () => {
    const [terms = {}] = glossaries.values();
    expect([...glossaries.keys()]).toEqual([...locales.keys()]);
    const flaws = [...locales].flatMap(([name, texts]) =>
      name === 'en' ? [] : glossaryFlaws(name, texts, glossaries.get(name) ?? {}, english, terms),
    );
    expect([...flaws, ...unusedTerms(english, terms)]).toEqual([]);
  });
});
