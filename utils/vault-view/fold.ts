/**
 * Combining marks that a search leaves out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs, emoji selectors. Vowel
 * signs of Indic scripts and Thai are letters, and stay.
 */
const MARKS = new RegExp(
  [
    '[\\u0300-\\u036f]',
    '[\\u1ab0-\\u1aff]',
    '[\\u1dc0-\\u1dff]',
    '[\\u20d0-\\u20ff]',
    '[\\ufe20-\\ufe2f]',
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5]',
    '[\\u064b-\\u0655\\u0670]',
    '[\\ufe00-\\ufe0f]',
  ].join('|'),
  'g',
);

/** Letters that Unicode normalisation leaves whole. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Plain Latin needs no normalisation; most names of a vault are plain. */
const PLAIN = /^[\u0020-\u007e]*$/;

/**
 * A text as the search compares it: without case, accents, and Unicode's other widths and shapes of a letter ("Ａ", "ｶ", "ﬁ"). The rest
 * is composed again, so that か and が stay two letters.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(LETTER, letter => LETTERS[letter] ?? letter);
}
