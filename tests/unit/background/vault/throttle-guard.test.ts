import { describe, expect, it } from 'vitest';
import { createThrottleGuard } from '@/entrypoints/background/vault/throttle-guard';

function throttleAfter(...statuses: number[]) {
  const throttle = createThrottleGuard();
  for (const status of statuses) throttle.recordAnswer(status, 1_000);
  return throttle;
}

describe('the throttle', () => {
  it.each([
    [[], 0],
    [[500, 500], 0],
    [[500, 500, 500], 1_700],
    [[500, 503, 509, 500], 1_980],
    // What is no failure of that kind takes one away.
    [[500, 500, 500, 200], 0],
    [[500, 500, 500, 403], 0],
    [[502, 502, 502], 0],
  ])('after %j lets the next request leave at %d', (statuses, opensAt) => {
    expect(throttleAfter(...statuses).opensAt()).toBeCloseTo(opensAt);
  });

  it('forgets after two minutes', () => {
    const throttle = throttleAfter(500, 500, 500, 500);
    throttle.recordAnswer(500, 130_000);
    expect(throttle.opensAt()).toBe(0);
  });
});
