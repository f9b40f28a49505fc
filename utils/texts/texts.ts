import type en from '@/locales/en.json';
import { categoryOf, formatNumber } from './language';
import { fill, piecesOf } from './template';

/** The name of a text in `locales/`. */
export type TextKey = keyof typeof en;

type BaseOf<Key> = Key extends `${infer Base}.other` ? Base : never;
/** A text with one form for each plural category of its language: `versions` for `versions.one` and `versions.other`. */
export type PluralKey = BaseOf<TextKey>;
type PluralForm = `${PluralKey}.${Intl.LDMLPluralRule}`;

/** What stands in place of `{name}`. A number is written as the language does. */
export type Values = Readonly<Record<string, string | number>>;

/** A piece of a text: the text itself, or the name of a placeholder. */
export type Part = { text: string } | { name: string };

/** A name that a user of the site chose, or a figure, as part of a text: neither direction changes the order of the other. */
export function isolate(value: string): string {
  return `\u2068${value}\u2069`;
}

/** The text of a key, with each value isolated in its direction. */
export function t(key: TextKey | PluralForm, values: Values = {}): string {
  return fill(key, name => {
    const value = values[name];
    return value === undefined ? undefined : isolate(typeof value === 'number' ? formatNumber(value) : value);
  });
}

/** The form of a text that a count needs. */
export function formOf(key: PluralKey, count: number): PluralForm {
  return `${key}.${categoryOf(count)}`;
}

/** The text in the form that `count` needs, which is one of its values. */
export function tn(key: PluralKey, count: number, values: Values = {}): string {
  return t(formOf(key, count), { count, ...values });
}

/** The text in pieces, so that elements can stand in place of values. */
export function partsOf(key: TextKey | PluralForm): Part[] {
  return piecesOf(key)
    .map((piece, index) => (index % 2 ? { name: piece } : { text: piece }))
    .filter(part => 'name' in part || part.text !== '');
}
