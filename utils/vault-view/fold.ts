/**
 * What a search leaves out: Latin, Greek and Cyrillic accents, emoji selectors, Hebrew points, Arabic vowel signs, and what has no shape of
 * its own (joiners, soft hyphens, directions, fillers). Vowel signs of Indic scripts and Thai are letters, and stay.
 */
const UNSEEN =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u0655\u0670\p{Cf}\p{DI}]/gu;

/** Letters that neither normalisation nor case brings together. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Some of these would fall apart into a space and a mark. */
const APOSTROPHES = /[`´ʹʻʼʽˈˊˋ‘’‚‛′‵‹›՚׳ꞌ]/g;
const QUOTES = /[“”„‟«»″‶〝〞〟״]/g;
const DASHES = /[\p{Pd}−⁃]/gu;
const SPACES = /[\s\u0085\u2800]+/g;

/** Plain Latin needs none of it; most names of a vault are plain. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/**
 * A text as the search compares it: without case, accents and what can't be seen. Letters have one width and shape ("Ａ", "ｶ", "ﬁ");
 * there is one apostrophe, quote, dash and space. The rest is composed again, so that か and が stay two letters.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replace(LETTER, letter => LETTERS[letter] ?? letter)
    .replace(SPACES, ' ')
    .trim();
}

/** The words of a search, folded; none for an empty one. A name is found if it has all of them, in any order. */
export function foldedWords(query: string): string[] {
  return fold(query)
    .split(' ')
    .filter(word => word !== '');
}
