import { describe, expect, it } from 'vitest';
import { plain } from '@/tests/unit/support/plain';
import { describeOverLimit, expectationsOf } from '@/utils/sentences/over-limit-sentences';
import { overLimitOf } from '@/utils/vault/over-limit';

const DAY = 24 * 3_600_000;
const SINCE = new Date(2026, 10, 1, 12).getTime();
const updatedAt = new Date(SINCE).toISOString();
const over = (usedKb: number, totalKb: number) => overLimitOf({ usedKb, totalKb, updatedAt });
const lines = (days: number, usedKb = 20, totalKb = 10) => {
  const found = over(usedKb, totalKb);
  return (
    found &&
    expectationsOf(found, SINCE + days * DAY).map(
      ({ term, text }) => `${term} ${plain(text).replaceAll('\u00a0', ' ')}`,
    )
  );
};

describe('overLimitOf', () => {
  it.each([
    [9, 10],
    [0, 10],
    [0, 0],
  ])('%d of %d KB: is not', (used, total) => {
    expect(over(used, total)).toBeUndefined();
  });

  it('knows since when, how long downloads work and when deletion starts', () => {
    expect(over(20, 10)).toEqual({
      overKb: 10,
      since: SINCE,
      downloadsUntil: SINCE + 30 * DAY,
      erasesFrom: SINCE + 60 * DAY,
    });
  });

  it('of a lapsed member is everything', () => {
    expect(over(20, 0)?.overKb).toBe(20);
  });

  it('expects no deletion for a vault that is exactly full', () => {
    expect(over(10, 10)).toEqual({ overKb: 0, since: SINCE, downloadsUntil: SINCE + 30 * DAY });
  });

  it.each(['', 'soon'])('guesses no date from %j', updated => {
    expect(overLimitOf({ usedKb: 2, totalKb: 1, updatedAt: updated })).toEqual({ overKb: 1 });
  });
});

describe('expectationsOf', () => {
  it('counts the days', () => {
    expect(lines(0)).toEqual([
      'Since about Nov 1, 2026',
      'Downloads until about Dec 1, 2026 (in 30 days)',
      'Deletion from about Dec 31, 2026 (in 60 days)',
    ]);
    expect(lines(29.5)?.[1]).toBe('Downloads until about Dec 1, 2026 (in 1 day)');
  });

  it('says what has probably begun', () => {
    expect(lines(31)?.slice(1)).toEqual([
      'Downloads have probably stopped',
      'Deletion from about Dec 31, 2026 (in 29 days)',
    ]);
    expect(lines(61)?.[2]).toBe('Deletion may have begun');
  });

  it('says nothing where nothing is known', () => {
    expect(expectationsOf({ overKb: 1 }, SINCE)).toEqual([]);
  });
});

describe('describeOverLimit', () => {
  it.each([
    ['member', 2_048, 'Your vault is 2 MB over its limit.'],
    ['member', 0, 'Your vault is exactly full.'],
    ['lapsed', 2_048, 'Your Civitai membership has ended.'],
  ] as const)('%s, %d KB over: "%s"', (membership, overKb, what) => {
    expect(plain(describeOverLimit({ overKb }, membership).what)).toBe(what);
  });
});
