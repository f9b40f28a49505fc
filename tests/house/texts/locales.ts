/** The texts of one language, by key. */
export type Texts = Readonly<Record<string, string>>;

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** The most values that a reader, and a translator, can keep apart. */
const MOST_PLACEHOLDERS = 9;

export const placeholdersOf = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));

/** What the first set has and the second has not. */
export const without = (all: ReadonlySet<string>, known: ReadonlySet<string>) =>
  [...all].filter(name => !known.has(name));

/** `versions` for `versions.one` and `versions.other`. */
export function basesOf(texts: Texts): Set<string> {
  return new Set(Object.keys(texts).flatMap(key => (key.endsWith('.other') ? key.slice(0, -'.other'.length) : [])));
}

/** The base and the category of a plural form; `undefined` for a text that has one form. */
export function formOf(key: string, bases: ReadonlySet<string>): { base: string; category: string } | undefined {
  const at = key.lastIndexOf('.');
  const [base, category] = [key.slice(0, at), key.slice(at + 1)];
  return bases.has(base) && CATEGORIES.includes(category) ? { base, category } : undefined;
}

function flawsOfLanguage(file: string, texts: Texts): string[] {
  const tag = file.replace('_', '-');
  const isValid = texts.language === tag && Intl.getCanonicalLocales(tag)[0] === tag;
  return [
    ...(isValid ? [] : [`${file} names “${texts.language}” as its language`]),
    ...(texts.direction === 'ltr' || texts.direction === 'rtl' ? [] : [`${file} doesn't say which way it is read`]),
  ];
}

/** The most characters that the browsers and their stores take, the strictest of them. */
const MOST_CHARACTERS = { 'extension.name': 45, 'extension.short-name': 12, 'extension.description': 132 } as const;

function flawsOfLengths(file: string, texts: Texts): string[] {
  return Object.entries(MOST_CHARACTERS).flatMap(([key, most]) => {
    const { length } = texts[key] ?? '';
    return length > most ? [`${file}: ${key} has ${length} characters, ${most} are allowed`] : [];
  });
}

function categoriesOf(file: string): readonly string[] {
  return new Intl.PluralRules(file.replace('_', '-')).resolvedOptions().pluralCategories;
}

function flawsOfPlurals(file: string, texts: Texts): string[] {
  const bases = basesOf(texts);
  const needed = categoriesOf(file);
  return [...bases].flatMap(base => {
    const given = CATEGORIES.filter(category => `${base}.${category}` in texts);
    const wrong = [
      ...needed.filter(each => !given.includes(each)),
      ...given.filter(each => !needed.some(n => n === each)),
    ];
    return wrong.length > 0
      ? [`${file}: ${base} has the forms ${given.join(', ')}, its language has ${needed.join(', ')}`]
      : [];
  });
}

/** The text of the first language that a text of another is compared with. */
function originalOf(key: string, texts: Texts, first: Texts): string | undefined {
  const form = formOf(key, basesOf(texts));
  return form ? first[`${form.base}.other`] : first[key];
}

function flawsOfTexts(file: string, texts: Texts, first: Texts): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const original = originalOf(key, texts, first);
    if (original === undefined) return [`${file}: ${key} is in no other language`];
    const [own, expected] = [placeholdersOf(text), placeholdersOf(original)];
    // "A version" may do without its number.
    if (formOf(key, basesOf(texts)) && !key.endsWith('.other')) own.add('count');
    const differing = [...without(own, expected), ...without(expected, own)].filter(
      name => name !== 'count' || expected.has(name),
    );
    return [
      ...(text.trim() === '' && key !== 'text.gap' ? [`${file}: ${key} is empty`] : []),
      ...(expected.size > MOST_PLACEHOLDERS ? [`${file}: ${key} has ${expected.size} placeholders`] : []),
      ...(differing.length > 0 ? [`${file}: ${key} differs in {${differing.join('}, {')}}`] : []),
    ];
  });
}

/** A sentence for every text of the first language that another lacks, and for every form of it. The browser would show those in English. */
export function missingTexts(locales: ReadonlyMap<string, Texts>): string[] {
  const [first = {}] = locales.values();
  const bases = basesOf(first);
  return [...locales].flatMap(([file, texts]) => {
    const categories = categoriesOf(file);
    const needed = Object.keys(first).flatMap(key => {
      const form = formOf(key, bases);
      return form ? categories.map(category => `${form.base}.${category}`) : [key];
    });
    return [...new Set(needed)].filter(key => !(key in texts)).map(key => `${file}: ${key} is missing`);
  });
}

/** A sentence for every flaw of the locale files, by the name of the file: the first of them is the one that others are compared with. */
export function localeFlaws(locales: ReadonlyMap<string, Texts>): string[] {
  const [first = {}] = locales.values();
  return [...locales].flatMap(([file, texts]) => [
    ...flawsOfLanguage(file, texts),
    ...flawsOfLengths(file, texts),
    ...flawsOfPlurals(file, texts),
    ...flawsOfTexts(file, texts, first),
  ]);
}
