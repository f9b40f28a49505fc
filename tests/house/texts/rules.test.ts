import { describe, expect, it } from 'vitest';
import { localeFlaws, missingTexts, type Texts } from './locales';
import { mentionsOf, useFlaws } from './uses';
import { writtenTexts } from './written';

const SMALL: Texts = {
  language: 'en',
  direction: 'ltr',
  hello: 'Hello {name}',
  'things.one': '{count} thing',
  'things.other': '{count} things',
};

/** A small language file, changed; what is `undefined` is not in it. */
function flawsOf(name: string, changes: Readonly<Record<string, string | undefined>>, first: Texts = SMALL): string[] {
  const texts = { ...SMALL, language: name, ...changes };
  const given = Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    text === undefined ? [] : [[key, text]],
  );
  return localeFlaws(
    new Map([
      ['en', first],
      [name, Object.fromEntries(given)],
    ]),
  );
}
const usesIn = (code: string) => useFlaws([mentionsOf('a.tsx', code, SMALL)], SMALL);
/** A use of every text. */
const ALL = "t('hello', { name }); tn('things', 2);";

describe('a text written in code', () => {
  it.each([
    '<p>Hello</p>',
    '<p>{count}x</p>',
    '<p title="add" />',
    '<p aria-label={isOpen ? "close" : "open"} />',
    '<Notice text="Your vault is full." />',
    'const a = { label: "Close" };',
    'say(`${count} versions`);',
    'say(`Added ${count}`);',
    'button.textContent = "ok";',
    'button.setAttribute("aria-label", "ok");',
    'const a = isOpen ? "Looking…" : "";',
  ])('is found: %s', code => expect(writtenTexts('utils/a.tsx', code).length).toBeGreaterThan(0));

  it.each([
    'import a from "./Some file";',
    'throw new Error("This can not be");',
    'console.warn("This can not be");',
    '<p class="notice notice--large" data-tone="Warning">{t("hello")}</p>',
    'if (event.key === "Enter" || ["Tab", "Home"].includes(event.key)) go();',
    'switch (status) { case "Stored": go(); }',
    'document.querySelector("main p"); element.closest("header a");',
    'const link = "a.card, header a"; const name = `${field}From`; const mark = "–";',
    'const type: "Added" | "Not added" = read(); const sizes = { Stored: 1 };',
    'const d = "M3 5H17"; const kind = "not-available"; const type = "LORA";',
  ])('is not, where the user reads nothing: %s', code => expect(writtenTexts('utils/a.tsx', code)).toEqual([]));
});

describe('a use of a text', () => {
  it('is found however the key is written', () => {
    expect(usesIn(ALL)).toEqual([]);
    expect(
      usesIn('<><Text id="hello" values={{ name }} /><Plural id={isA ? "things" : "things"} count={2} /></>'),
    ).toEqual([]);
    expect(usesIn('t(`hell${o}`, { name }); tn(key); const key = "things";')).toEqual([]);
  });

  it.each([
    ['t("goodbye");', 'a.tsx: there is no text goodbye'],
    ['t(`good${x}`);', 'a.tsx: there is no text good*'],
    ['tn("hello", 2, { name });', 'a.tsx: there is no text hello'],
    ['t("hello");', 'a.tsx: hello gets nothing for {name}'],
    ['t(isA ? "hello" : "hello", { name, size });', 'a.tsx: hello has no {size}'],
    ['<Text id="hello" values={{ size, name }} />;', 'a.tsx: hello has no {size}'],
    ['<Plural id="things" count={1} values={{ size }} />;', 'a.tsx: things has no {size}'],
    ['say(`${t("hello", { name })}!`);', 'a.tsx: a text of a key is glued to another'],
    ['say(tn("things", 2) + "!");', 'a.tsx: a text of a key is glued to another'],
  ])('fails: %s', (code, flaw) => expect(usesIn(ALL + code)).toContain(flaw));

  it('is needed for every text', () => {
    expect(usesIn("t('hello', { name });")).toEqual(['things.one is used nowhere', 'things.other is used nowhere']);
  });
});

describe('the texts of a language', () => {
  it('may have forms that English lacks, and a form without its number', () => {
    const forms = { 'things.few': '{count} b', 'things.many': '{count} c', 'things.one': 'a' };
    expect(flawsOf('pl', forms)).toEqual([]);
    expect(flawsOf('ja', { 'things.one': undefined })).toEqual([]);
  });

  it.each([
    ['a text of its own', 'de', { bye: 'x' }, 'de: bye is in no other language'],
    ['an empty text', 'de', { hello: '' }, 'de: hello is empty'],
    ['an unknown placeholder', 'de', { hello: '{name} {size}' }, 'de: hello differs in {size}'],
    ['a missing placeholder', 'de', { hello: 'Hallo' }, 'de: hello differs in {name}'],
    ['a number that is missing', 'de', { 'things.other': 'Dinge' }, 'de: things.other differs in {count}'],
    ['a form too few', 'pl', {}, 'pl: things has the forms one, other, its language has one, few, many, other'],
    ['a form too many', 'ja', {}, 'ja: things has the forms one, other, its language has other'],
    ['another language', 'de', { language: 'en' }, 'de names “en” as its language'],
    ['no direction', 'ar', { direction: 'up' }, "ar doesn't say which way it is read"],
  ])('fail with %s', (_, name, changes, flaw) => expect(flawsOf(name, changes)).toContain(flaw));

  it('fail with more than nine placeholders', () => {
    const hello = Array.from({ length: 10 }, (_, index) => `{v${index}}`).join(' ');
    expect(flawsOf('de', { hello }, { ...SMALL, hello })).toContain('de: hello has 10 placeholders');
  });

  it('fail with a description that a store would cut', () => {
    const first = { ...SMALL, 'extension.short-name': 'Vaulted' };
    const flaw = 'de: extension.short-name has 13 characters, 12 are allowed';
    expect(flawsOf('de', { 'extension.short-name': 'Vaultedissimo' }, first)).toContain(flaw);
  });

  it('are missed where another language has them, plurals in each form that their language has', () => {
    const german = { language: 'de', direction: 'ltr', 'things.one': 'x' };
    const polish = { language: 'pl', direction: 'ltr', hello: 'x' };
    const missing = [
      ...['de: hello is missing', 'de: things.other is missing'],
      ...['one', 'few', 'many', 'other'].map(form => `pl: things.${form} is missing`),
    ];
    expect(
      missingTexts(
        new Map<string, Texts>([
          ['en', SMALL],
          ['de', german],
          ['pl', polish],
        ]),
      ),
    ).toEqual(missing);
  });
});
