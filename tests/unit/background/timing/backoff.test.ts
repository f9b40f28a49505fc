import { describe, expect, it } from 'vitest';
import { backoffMs } from '@/entrypoints/background/timing/backoff';

const at = (random: number) => ({ clock: { now: () => 1_000 }, random: () => random });

describe('the pause after a failure', () => {
  it('doubles up to a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(tries => backoffMs(tries, undefined, at(0.5)))).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('is spread by half', () => {
    expect(backoffMs(1, undefined, at(0))).toBe(1_000);
    expect(backoffMs(1, undefined, at(0.999_9))).toBe(3_000);
  });

  it('is never shorter than the site asked for, and never longer than sense', () => {
    expect(backoffMs(1, { kind: 'limited', until: 46_000 }, at(0.5))).toBe(45_000);
    expect(backoffMs(1, { kind: 'limited', until: 0 }, at(0.5))).toBe(2_000);
    expect(backoffMs(1, { kind: 'limited', until: 999_999_999 }, at(0.5))).toBe(600_000);
  });
});
