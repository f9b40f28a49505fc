type Texts = Readonly<Record<string, string>>;

/** What the browser and the code read, not the user. */
const UNCHANGED = /^(language|direction)$|^text\./;
/** Names of formats and units are the same in every language; in Arabic letters they could not be turned round. */
const UNITS = /^size\./;
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

const ACCENTED = new Map(
  Object.entries({
    ...{ a: 'à', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ' },
    ...{ n: 'ñ', o: 'ö', p: 'þ', q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
  }).flatMap(([from, to]): [string, string][] => [
    [from, to],
    [from.toUpperCase(), to.toUpperCase()],
  ]),
);
const ARABIC = [...'ابتثجحخدذرزسشصضطظعغفقكلمنه'];
const arabicOf = (letter: string) => ARABIC[letter.toLowerCase().charCodeAt(0) - 97] ?? letter;
const accentOf = (letter: string) => ACCENTED.get(letter) ?? letter;

/** Maps each letter of a text, its placeholders aside. */
function mapLetters(text: string, map: (letter: string) => string): string {
  return text.replace(/\{\w+\}|[A-Za-z]/g, found => (found.startsWith('{') ? found : map(found)));
}

/** Words that make a text 40 % longer. */
function filler(text: string): string {
  const length = Math.ceil(text.replace(/\{\w+\}/g, '').length * 0.4);
  return 'one two three four five six seven eight nine ten '.repeat(4).slice(0, length).trimEnd();
}

function change(texts: Texts, map: (letter: string) => string, isKept: (key: string) => boolean): [string, string][] {
  return Object.entries(texts).map(([key, text]) => {
    if (UNCHANGED.test(key) || isKept(key)) return [key, text];
    // What stands first may have to: a name begins with the words that are seen.
    const first = /^\{\w+\}/.exec(text)?.[0] ?? '';
    return [key, mapLetters(`${first}[${text.slice(first.length)} ${filler(text)}]`, map)];
  });
}

/** English with accents and in brackets, 40 % longer: what is cut, or written in code, stands out. Its numbers and dates are German. */
export function accented(texts: Texts): Texts {
  return { ...Object.fromEntries(change(texts, accentOf, () => false)), language: 'de' };
}

/** The same in Arabic letters, from right to left, with the six plural forms of Arabic. */
export function mirrored(texts: Texts): Texts {
  const changed = change(texts, arabicOf, key => UNITS.test(key));
  const plurals = changed.flatMap(([key, text]): [string, string][] => {
    const base = key.endsWith('.other') ? key.slice(0, -'.other'.length) : undefined;
    return base === undefined ? [] : CATEGORIES.map(category => [`${base}.${category}`, text]);
  });
  return { ...Object.fromEntries([...plurals, ...changed]), language: 'ar', direction: 'rtl' };
}
