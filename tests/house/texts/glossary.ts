import type { Texts } from './locales';

/** How a term is written in one language: the beginnings of its forms, and words that other translators would take for it. */
type Term = { is: string[]; never?: string[] };
/** The terms of one language, by the name that all glossaries give them. */
export type Glossary = Readonly<Record<string, Term>>;

/** A sentence may do without a term that English has, with a pronoun for example, but only one in four. */
const LEAST_SHARE = 0.75;

const withoutPlaceholders = (text: string) => text.replace(/\{\w+\}/g, ' ').toLowerCase();
const hasOne = (text: string, beginnings: readonly string[]) =>
  beginnings.some(beginning => withoutPlaceholders(text).includes(beginning.toLowerCase()));

/** Whether a word of the English text begins with one of the term's forms. */
function speaksOf(text: string, { is }: Term): boolean {
  return is.some(beginning => new RegExp(`\\b${beginning}`, 'i').test(withoutPlaceholders(text)));
}

function flawsOfTerm(file: string, name: string, term: Term, pairs: readonly [string, string, string][]) {
  const share = pairs.filter(([, own]) => hasOne(own, term.is)).length / pairs.length;
  const rare = pairs.filter(([, own]) => !hasOne(own, term.is)).map(([, , key]) => key);
  return pairs.length === 0 || share >= LEAST_SHARE
    ? []
    : [`${file}: only ${Math.round(share * 100)} % of the texts about “${name}” say so: not ${rare.join(', ')}`];
}

/** A sentence for every term of a glossary that the texts of its language don't keep to. English texts say where a term belongs. */
export function glossaryFlaws(
  file: string,
  texts: Texts,
  glossary: Glossary,
  english: Texts,
  terms: Glossary,
): string[] {
  const missing = Object.keys(terms).filter(name => !(name in glossary));
  const unknown = Object.keys(glossary).filter(name => !(name in terms));
  const used = Object.entries(glossary).flatMap(([name, term]) => {
    const about = terms[name];
    if (!about) return [];
    const pairs = Object.entries(english).flatMap(([key, text]): [string, string, string][] => {
      const own = texts[key];
      return own !== undefined && speaksOf(text, about) ? [[text, own, key]] : [];
    });
    return flawsOfTerm(file, name, term, pairs);
  });
  const never = Object.entries(glossary).flatMap(([name, term]) =>
    Object.entries(texts)
      .filter(([, text]) => hasOne(text, term.never ?? []))
      .map(([key]) => `${file}: ${key} says “${name}” in another word than the glossary`),
  );
  return [
    ...missing.map(name => `${file}: its glossary lacks “${name}”`),
    ...unknown.map(name => `${file}: its glossary has “${name}”, which is in no other`),
    ...used,
    ...never,
  ];
}

/** A sentence for every term that no English text speaks of. */
export function unusedTerms(english: Texts, terms: Glossary): string[] {
  const isUsed = (term: Term) => Object.values(english).some(text => speaksOf(text, term));
  return Object.entries(terms).flatMap(([name, term]) => (isUsed(term) ? [] : [`no text speaks of “${name}”`]));
}
