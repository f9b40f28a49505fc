import { ageOf } from '@/utils/age';

const UNITS = ['KB', 'MB', 'GB', 'TB', 'PB'] as const;
// Created at the first need: a script's first use of `Intl` costs some 20 ms, more than the rest of the popup's first frame.
const dates = /* @__PURE__ */ once(() => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }));
const clock = /* @__PURE__ */ once(
  () => new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Thousands separators for a number with fewer than three decimals, without `Intl` (see above). */
function group(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
}

/** A size in KB of 1,024 bytes as the site writes it: `6775430` → "6.46 GB", at most two decimals. */
export function formatKb(kb: number): string {
  let value = kb;
  let unit = 0;
  // Rounding comes first: 1,023.999 MB is written "1 GB", not "1,024 MB".
  while (Math.abs(Math.round(value * 100) / 100) >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${group(value.toFixed(2).replace(/\.?0+$/, ''))} ${UNITS[unit]}`;
}

/** A whole number with thousands separators: `5000` → "5,000". */
export function formatCount(count: number): string {
  return group(`${Math.trunc(count)}`);
}

/** A count with its noun, in the plural where it belongs: "1 model", "5,000 models". */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whether `at` is too recent for its age to matter: under a minute. Both are epoch ms. */
export function isFresh(at: number, now: number): boolean {
  return ageOf(at, now) < MINUTE_MS;
}

/** How long ago `at` was, both epoch ms. Under a minute, and for clocks that went backwards, "just now". */
export function formatAge(at: number, now: number): string {
  const elapsed = ageOf(at, now);
  if (isFresh(at, now)) return 'just now';
  if (elapsed < HOUR_MS) return `${countOf(Math.floor(elapsed / MINUTE_MS), 'minute')} ago`;
  if (elapsed < DAY_MS) return `${countOf(Math.floor(elapsed / HOUR_MS), 'hour')} ago`;
  return `${countOf(Math.floor(elapsed / DAY_MS), 'day')} ago`;
}

/** A day in the browser's time zone, as the site writes it: "Nov 2, 2026". */
export function formatDate(at: number): string {
  return dates().format(at);
}

/** A moment near `now`, in the browser's time zone: "14:05", or "Nov 3, 2026, 14:05" on another day. */
export function formatMoment(at: number, now: number): string {
  const time = clock().format(at);
  return formatDate(at) === formatDate(now) ? time : `${formatDate(at)}, ${time}`;
}
