import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOf, isOlderThan, isPauseOver, msUntil } from '@/utils/age';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;
const offset = fc.integer({ min: -2 * YEAR, max: 2 * YEAR });
const length = fc.integer({ min: 1, max: YEAR });

describe('an age', () => {
  it('is never negative: a stamp from the future counts as now', () => {
    expect([NOW - MINUTE, NOW, NOW + 1, NOW + YEAR].map(at => ageOf(at, NOW))).toEqual([MINUTE, 0, 0, 0]);
  });

  it.each([
    ['just then', 0, false],
    ['a moment less', MINUTE - 1, false],
    ['as long ago', MINUTE, true],
    ['a day ago', DAY, true],
    ['a little in the future, as two processes read the clock', -5_000, false],
    ['a day in the future', -DAY, true],
    ['a year in the future', -YEAR, true],
  ])('decides whether to ask again: %s', (_, ms, isOld) => {
    expect(isOlderThan(MINUTE, NOW - ms, NOW)).toBe(isOld);
  });
});

describe('a pause', () => {
  it.each([
    ['a moment ago', -1, true],
    ['now', 0, true],
    ['soon', 1, false],
    ['at the longest', 15 * MINUTE, false],
    ['in a day', DAY, true],
    ['in a year', YEAR, true],
  ])('until %s', (_, ms, isOver) => {
    expect(isPauseOver(NOW + ms, 15 * MINUTE, NOW)).toBe(isOver);
  });

  it('that is waited for is cut to its longest', () => {
    expect([NOW + MINUTE, NOW + DAY, NOW + YEAR].map(until => msUntil(until, 15 * MINUTE, NOW))).toEqual([
      MINUTE,
      15 * MINUTE,
      15 * MINUTE,
    ]);
  });
});

it('a clock that was set by any time never stops asking for longer than was agreed', () => {
  fc.assert(
    fc.property(offset, length, (setBy, ms) => {
      const now = NOW + setBy;
      // At once, or after the time that was agreed; a clock may be wrong by a little.
      expect(isOlderThan(ms, NOW, now) || isOlderThan(ms, NOW, now + ms + 5_000)).toBe(true);
      expect(isPauseOver(NOW + ms, ms, now) || isPauseOver(NOW + ms, ms, now + ms)).toBe(true);
      expect(msUntil(NOW + ms, ms, now)).toBeLessThanOrEqual(ms);
    }),
  );
});
