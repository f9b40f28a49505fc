/** A plain Latin letter or digit that no combining mark follows: it needs no segmenter. */
const PLAIN = /^[A-Za-z0-9](?![^\0-\x7f])/;
const LETTER = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Created at the first need: creating it costs more than a whole row of the list. */
let graphemes: Intl.Segmenter | undefined;

/** The first letter, number or emoji of a name, never cut in half; a dot where there is none. */
export function initialOf(name: string): string {
  if (PLAIN.test(name)) return name.charAt(0);
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(name)) if (LETTER.test(segment)) return segment;
  return '·';
}
