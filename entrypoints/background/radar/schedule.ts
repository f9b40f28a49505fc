import type { RadarRow } from '@/entrypoints/background/storage/radar-row';
import { isOlderThan, isPauseOver } from '@/utils/age';
import { LONGEST_PAUSE_MS } from '@/utils/problem';

/** Six requests an hour: nothing of this is urgent, and every user's browser does the same. */
const REQUESTS_APART_MS = 10 * 60_000;
/** A pass begins at most so often: a day between the two looks is too short for a verdict anyway. */
const PASSES_APART_MS = 24 * 3_600_000;
/** After a 429 at least so long, whatever the site says: the user's own look-ups come first. */
export const PAUSE_MS = 3_600_000;
/** An alarm sooner than this is too early for some browsers. */
const SOONEST_MS = 30_000;

/** True if a request may go out at `now`, epoch ms. */
export function isDue({ askedAt, pausedUntil = 0, pass, endedPassOf = 0 }: RadarRow, now: number): boolean {
  if (!isOlderThan(REQUESTS_APART_MS, askedAt, now) || !isPauseOver(pausedUntil, LONGEST_PAUSE_MS, now)) return false;
  return pass !== undefined || isOlderThan(PASSES_APART_MS, endedPassOf, now);
}

/** Ms until then; never longer than the clock allows that was set back meanwhile. */
export function msUntilDue({ askedAt, pausedUntil = 0, pass, endedPassOf = 0 }: RadarRow, now: number): number {
  const passAt = pass ? 0 : endedPassOf + PASSES_APART_MS;
  const waitMs = Math.max(askedAt + REQUESTS_APART_MS, pausedUntil, passAt) - now;
  return Math.min(Math.max(waitMs, SOONEST_MS), PASSES_APART_MS);
}
