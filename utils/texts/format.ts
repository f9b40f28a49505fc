import { ageOf } from '@/utils/age';
import { formatAgo, formatDate, formatNumber, formatTime } from './language';
import { fill } from './template';

const UNITS = ['size.kb', 'size.mb', 'size.gb', 'size.tb', 'size.pb'] as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A size in KB of 1,024 bytes as the site writes it: `6775430` → "6.46 GB", at most two decimals. */
export function formatKb(kb: number): string {
  let value = kb;
  let unit = 0;
  // Rounding comes first: 1,023.999 MB is written "1 GB", not "1,024 MB".
  while (Math.abs(Math.round(value * 100) / 100) >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return fill(UNITS[unit] ?? UNITS[0], () => formatNumber(value));
}

/** Whether `at` is too recent for its age to matter: under a minute. Both are epoch ms. */
export function isFresh(at: number, now: number): boolean {
  return ageOf(at, now) < MINUTE_MS;
}

/** How long ago `at` was, both epoch ms. Under a minute, and for clocks that went backwards, "just now". */
export function formatAge(at: number, now: number): string {
  const elapsed = ageOf(at, now);
  if (isFresh(at, now)) return fill('age.now');
  if (elapsed < HOUR_MS) return formatAgo(Math.floor(elapsed / MINUTE_MS), 'minute');
  if (elapsed < DAY_MS) return formatAgo(Math.floor(elapsed / HOUR_MS), 'hour');
  return formatAgo(Math.floor(elapsed / DAY_MS), 'day');
}

/** A moment near `now`, in the browser's time zone: the time, on another day with the date. Both are epoch ms. */
export function formatMoment(at: number, now: number): string {
  const [date, time] = [formatDate(at), formatTime(at)];
  return date === formatDate(now) ? time : fill('time.on-day', name => (name === 'date' ? date : time));
}
