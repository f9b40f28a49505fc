import type { Texts } from './locales';

/** How a language sets off what it quotes. One that isn't named here is not checked. */
const QUOTES: Readonly<Record<string, readonly [open: string, close: string]>> = {
  en: ['“', '”'],
  ar: ['«', '»'],
  de: ['„', '“'],
  es: ['«', '»'],
  fr: ['«\u00a0', '\u00a0»'],
  ja: ['「', '」'],
  ko: ['“', '”'],
  pl: ['„', '”'],
  pt_BR: ['“', '”'],
  ru: ['«', '»'],
  zh_CN: ['“', '”'],
  zh_TW: ['「', '」'],
};

/** The French space in front of a mark: a narrow one, but a whole one before a colon. */
const FRENCH = [
  [/(?<!\u202f)[;!?](?=\s|$)/, 'has no narrow space before ; ! or ?'],
  [/(?<!\u00a0):(?=\s|$)/, 'has no space before its colon'],
] as const;
const OTHERS = [[/\s[;:!?](?=\s|$)/, 'has a space before a mark']] as const;
const ALL = [
  [/["']|\.\.\./, 'has the signs of a typewriter'],
  [/\S\s…/, 'has a space before its ellipsis'],
  [/\s-\s/, 'has a hyphen for a dash'],
] as const;

/** A line must not end between a number and its unit. */
const isLoose = (text: string) =>
  /\d (?:[KMG][Bo]|[КМГ]Б|[sс])(?![\p{L}\d])|\{seconds\} /u.test(text) || /^\{size\} \S{2}$/.test(text);

/** Spanish opens its questions and its calls. */
const isHalfOpen = (text: string) =>
  [...text].filter(sign => sign === '¿').length !== [...text].filter(sign => sign === '?').length ||
  text.includes('¡') !== text.includes('!');

function flawsOf(file: string, text: string, [open, close]: readonly [string, string]): string[] {
  const unquoted = text.replaceAll(new RegExp(`${open}(?!\\s)[^“”„«»]+(?<!\\s)${close}`, 'g'), '');
  const rules = [...ALL, ...(file === 'fr' ? FRENCH : OTHERS)];
  return [
    ...(/[“”„«»‹›‚‘]/.test(unquoted) ? [`quotes otherwise than ${open}…${close}`] : []),
    ...(file === 'es' && isHalfOpen(text) ? ['doesn’t open what it closes'] : []),
    ...(isLoose(text) ? ['lets a unit leave its number'] : []),
    ...rules.flatMap(([pattern, flaw]) => (pattern.test(text) ? [flaw] : [])),
  ];
}

/** A sentence for every text of a language that is not set as the language sets its texts. */
export function typographyFlaws(file: string, texts: Texts): string[] {
  const quotes = QUOTES[file];
  if (!quotes) return [];
  // A key of the keyboard is no sentence.
  const sentences = Object.entries(texts).filter(([key]) => !key.endsWith('.keys'));
  return sentences.flatMap(([key, text]) => flawsOf(file, text, quotes).map(flaw => `${file}: ${key} ${flaw}`));
}
