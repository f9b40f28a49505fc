/**
 * Combining marks that people leave out when they search: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs, and
 * the selectors that tell a coloured emoji from a plain one. Vowel signs of Indic scripts and Thai are letters, and stay.
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

/** Letters that no normalisation takes apart. */
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

/** Plain Latin: nothing to take apart, which is most of a vault. */
const PLAIN = /^[\u0020-\u007e]*$/;

/**
 * A text as search sees it: without case, accents and the many widths and shapes that Unicode has for one letter ("Ａ", "ｶ", "ﬁ").
 * What is left is composed again, so that か and が stay two letters.
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
