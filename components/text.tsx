import { type ComponentChild, Fragment, h, type VNode } from 'preact';
import { formatNumber } from '@/utils/texts/language';
import { formOf, type PluralKey, partsOf, type TextKey } from '@/utils/texts/texts';

/** What stands in place of `{name}`: names and numbers are isolated in their direction, elements stay as they are. */
type Values = Readonly<Record<string, ComponentChild>>;

function isolated(value: ComponentChild): ComponentChild {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  return <bdi>{typeof value === 'number' ? formatNumber(value) : value}</bdi>;
}

function fill(key: Parameters<typeof partsOf>[0], values: Values): VNode {
  const parts = partsOf(key).map(part => ('text' in part ? part.text : isolated(values[part.name])));
  return h(Fragment, null, ...parts);
}

/** The text of a key, with values or elements in place of its placeholders. Its pieces need an element that is no flex box around them. */
export function Text({ id, values = {} }: { id: TextKey; values?: Values }) {
  return fill(id, values);
}

/** The text in the form that `count` needs, which is one of its values. */
export function Plural({ id, count, values = {} }: { id: PluralKey; count: number; values?: Values }) {
  return fill(formOf(id, count), { count, ...values });
}
