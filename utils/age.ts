/** Stamps come from several processes, and a browser's computer corrects its clock by little: so far from the future, ms, counts as now. */
const CLOCK_SLACK_MS = 5_000;

/** Ms since `at`; both are epoch ms. Never negative: a stamp from the future counts as now. */
export function ageOf(at: number, now: number): number {
  return Math.max(0, now - at);
}

/**
 * True if `at` is at least `ageMs` before `now`, both epoch ms: what was asked then has to be asked again. True also for a stamp from the
 * future: the clock was set back, and its true age is not known.
 */
export function isOlderThan(ageMs: number, at: number, now: number): boolean {
  return now - at >= ageMs || at - now > CLOCK_SLACK_MS;
}

/** Ms from `now` until `until`, both epoch ms; at most `longestMs`, as more can only come from a clock that was set. Past: negative. */
export function msUntil(until: number, longestMs: number, now: number): number {
  return Math.min(until - now, longestMs);
}

/**
 * True if a pause until `until` has ended at `now`, both epoch ms. True also if it would last longer than `longestMs`, the longest that
 * it can have been: the clock was set back since.
 */
export function isPauseOver(until: number, longestMs: number, now: number): boolean {
  return until <= now || until - now > longestMs;
}
