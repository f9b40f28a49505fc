import type { Texts } from './locales';

/** Languages that part their sentences where English does. */
const ALIKE = ['ar', 'de', 'es', 'fr', 'pl', 'pt_BR', 'ru'];

const count = (text: string, marks: RegExp) => [...text.matchAll(marks)].length;
const sentencesOf = (text: string) => count(text, /[.?!](?=\s|$)/g);
const partsOf = (text: string) => count(text, /[.?!:;؟؛—–](?=[\s”“»]|$)/g);

/**
 * A sentence for every text that says less than the English one, in parts that a mark ends: a sentence that English got later, for
 * example. What English says in one sentence may be parted otherwise.
 */
export function shortenedTexts(file: string, texts: Texts, english: Texts): string[] {
  if (!ALIKE.includes(file)) return [];
  return Object.entries(texts).flatMap(([key, text]) => {
    const original = english[key] ?? '';
    return sentencesOf(original) > 1 && partsOf(text) < partsOf(original)
      ? [`${file}: ${key} says less than the English text`]
      : [];
  });
}
