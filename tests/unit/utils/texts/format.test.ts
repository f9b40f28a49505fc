import { describe, expect, it } from 'vitest';
import { plain } from '@/tests/unit/support/plain';
import { formatAge, formatKb, formatMoment } from '@/utils/texts/format';
import { formatDate, formatNumber } from '@/utils/texts/language';
import { tn } from '@/utils/texts/texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatKb', () => {
  it.each([
    [0, '0 KB'],
    [1, '1 KB'],
    [12.345, '12.35 KB'],
    [1023, '1,023 KB'],
    [1024, '1 MB'],
    [326_799.36, '319.14 MB'],
    [6_775_430, '6.46 GB'],
    [1_048_576, '1 GB'],
    [1024 ** 3, '1 TB'],
    [1024 ** 4, '1 PB'],
    [1024 ** 5, '1,024 PB'],
  ])('writes %d KB as the site does, on one line: %s', (kb, words) => {
    expect(formatKb(kb)).toBe(words.replace(' ', '\u00a0'));
  });

  it('never writes 1,024 of a unit because of rounding', () => {
    expect(formatKb(1024 * 1024 - 1)).toBe('1\u00a0GB');
    expect(formatKb(1023.994)).toBe('1,023.99\u00a0KB');
    expect(formatKb(1023.996)).toBe('1\u00a0MB');
  });

  it('keeps a minus sign', () => {
    expect(formatKb(-5_726_854)).toBe('-5.46\u00a0GB');
    expect(formatKb(-1024)).toBe('-1\u00a0MB');
  });
});

describe('counts', () => {
  it('separate thousands', () => {
    expect(formatNumber(5000)).toBe('5,000');
    expect(formatNumber(1_234_567)).toBe('1,234,567');
  });

  it.each([
    [0, '0 versions'],
    [1, '1 version'],
    [2, '2 versions'],
    [5000, '5,000 versions'],
  ])('of %d have the right form', (count, text) => {
    expect(plain(tn('versions', count))).toBe(text);
  });
});

describe('formatAge', () => {
  const now = Date.UTC(2026, 10, 22, 12);

  it.each([
    [0, 'just now'],
    [MINUTE - 1, 'just now'],
    [MINUTE, '1 minute ago'],
    [2 * MINUTE + 59_000, '2 minutes ago'],
    [HOUR, '1 hour ago'],
    [23 * HOUR + 59 * MINUTE, '23 hours ago'],
    [DAY, '1 day ago'],
    [400 * DAY, '400 days ago'],
  ])('says how long %d ms are', (elapsed, words) => {
    expect(formatAge(now - elapsed, now)).toBe(words);
  });

  it('takes a moment in the future for now: the clock went backwards', () => {
    expect(formatAge(now + DAY, now)).toBe('just now');
  });
});

describe('moments', () => {
  const noon = new Date(2026, 10, 22, 12, 5).getTime();

  it('writes a day as the site does', () => {
    expect(formatDate(noon)).toBe('Nov 22, 2026');
  });

  it('writes the time alone today, and the day with it on another', () => {
    expect(formatMoment(noon, noon)).toBe('12:05');
    expect(formatMoment(new Date(2026, 10, 23, 0, 1).getTime(), noon)).toBe('Nov 23, 2026, 00:01');
  });
});
