import type { Problem } from '@/utils/problem';
import type { Clock } from './clock';

/** Looks that may fail in a row before an intent is given up, where the site is ill … */
const MAX_TRIES = 5;

/** … and where only the connection is gone or the site asked us to wait: about ten minutes. */
const MAX_TRIES_AWAY = 14;

/** First pause after a failure; each further one doubles, up to {@link MAX_PAUSE_MS}. */
const FIRST_PAUSE_MS = 2_000;
const MAX_PAUSE_MS = 60_000;

/** The longest that a `Retry-After` is obeyed before looking again. */
export const LONGEST_WAIT_MS = 10 * 60_000;

/** What may pass by itself. */
const PASSING: readonly Problem['kind'][] = ['offline', 'timed-out', 'limited', 'site-error', 'unreadable'];

/** True if waiting does not help: the user has to do something first. */
export function isFinal({ kind }: Problem): boolean {
  return !PASSING.includes(kind);
}

/** How many looks may fail in a row before a wish is given up. */
export function triesFor({ kind }: Problem): number {
  return kind === 'offline' || kind === 'limited' ? MAX_TRIES_AWAY : MAX_TRIES;
}

/**
 * How long to wait after the `tries`-th failure in a row, ms: doubling, spread by half so that tabs and people do not come back in
 * step, and never sooner than the server asked for.
 */
export function backoffMs(
  tries: number,
  problem: Problem | undefined,
  { clock, random }: { clock: Pick<Clock, 'now'>; random(): number },
): number {
  const pause = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)) * (0.5 + random());
  const asked = problem?.kind === 'limited' ? problem.until - clock.now() : 0;
  return Math.round(Math.max(pause, Math.min(asked, LONGEST_WAIT_MS)));
}
