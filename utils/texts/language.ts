import { fill } from './template';

/** The language of the texts, which may differ from the browser's: a language tag. */
export function language(): string {
  return fill('language') || 'en';
}

/** The direction of the texts. */
export function direction(): 'ltr' | 'rtl' {
  return fill('direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** Creates an `Intl` object at its first use: the first one of a script costs some 20 ms, more than the popup's first frame. */
function lazy<Value>(create: (tag: string) => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= create(language()));
}

const order = /* @__PURE__ */ lazy(tag => new Intl.Collator(tag, { numeric: true }));
const rules = /* @__PURE__ */ lazy(tag => new Intl.PluralRules(tag));
const numbers = /* @__PURE__ */ lazy(tag => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }));
const days = /* @__PURE__ */ lazy(tag => new Intl.DateTimeFormat(tag, { dateStyle: dateStyle() }));
const ages = /* @__PURE__ */ lazy(tag => new Intl.RelativeTimeFormat(tag));
const parts = /* @__PURE__ */ lazy(tag => new Intl.ListFormat(tag, { style: 'narrow' }));
const alternatives = /* @__PURE__ */ lazy(tag => new Intl.ListFormat(tag, { type: 'disjunction' }));
const times = /* @__PURE__ */ lazy(tag => new Intl.DateTimeFormat(tag, clock()));
const moments = /* @__PURE__ */ lazy(tag => new Intl.DateTimeFormat(tag, { dateStyle: dateStyle(), ...clock() }));

/** Some languages write a month's name at a length that no column has: "27 de nov. de 2026". */
function dateStyle(): 'short' | 'medium' {
  return fill('date-style') === 'short' ? 'short' : 'medium';
}

/** The language decides how a time is written, the user's own choice whether the clock has 12 or 24 hours. */
function clock(): Intl.DateTimeFormatOptions {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return { timeStyle: 'short', hourCycle };
}

/** The order in which the language sorts texts, numbers in them as people count: v1.9 before v1.10. */
export function textOrder(): (a: string, b: string) => number {
  return order().compare;
}

/** The CLDR plural category of a count. */
export function categoryOf(count: number): Intl.LDMLPluralRule {
  // The same as `Intl` for whole numbers, without its cost.
  if (language() === 'en') return count === 1 ? 'one' : 'other';
  return rules().select(count);
}

/** A number with at most two decimals: 5000 → "5,000". */
export function formatNumber(value: number): string {
  if (language() !== 'en') return numbers().format(value);
  return value
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
}

/** A day in the browser's time zone: "Nov 2, 2026". `at` is epoch ms. */
export function formatDate(at: number): string {
  return days().format(at);
}

/** A time of day in the browser's time zone: "14:05" or "2:05 PM". `at` is epoch ms. */
export function formatTime(at: number): string {
  return times().format(at);
}

/** A day and a time in the browser's time zone: "Nov 2, 2026, 14:05". `at` is epoch ms. */
export function formatDateTime(at: number): string {
  return moments().format(at);
}

/** How long ago something was: "5 minutes ago". */
export function formatAgo(count: number, unit: 'minute' | 'hour' | 'day'): string {
  return ages().format(-count, unit);
}

/** Parts of a whole: "a, b, c". */
export function formatParts(items: readonly string[]): string {
  return parts().format(items);
}

/** Alternatives: "a, b, or c". */
export function formatAlternatives(items: readonly string[]): string {
  return alternatives().format(items);
}
