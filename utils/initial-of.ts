/** Plain Latin at the start of a name, with nothing that could belong to it behind it: no need to count as people do. */
const PLAIN = /^[A-Za-z0-9](?![^\0-\x7f])/;
const LETTER = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Made when it is first needed, and once: it costs more than a whole row of the list. */
let graphemes: Intl.Segmenter | undefined;

/** The first letter, number or picture of a name as people count them, so that none is cut in half; a dot where there is none. */
export function initialOf(name: string): string {
  if (PLAIN.test(name)) return name.charAt(0);
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(name)) if (LETTER.test(segment)) return segment;
  return '·';
}
