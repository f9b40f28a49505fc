import { msUntil } from '@/utils/age';
import type { Problem } from '@/utils/problem';
import type { Clock } from './clock';

/** So many checks may fail in a row before an intent is given up where the site is ill … */
const MAX_TRIES = 5;

/** … and so many where only the connection is gone or the site asked to wait: about ten minutes. */
const MAX_TRIES_AWAY = 14;

/** First pause after a failure; each further one doubles, up to {@link MAX_PAUSE_MS}. */
const FIRST_PAUSE_MS = 2_000;
const MAX_PAUSE_MS = 60_000;

/** The longest that a `Retry-After` is obeyed before the next check. */
export const LONGEST_WAIT_MS = 10 * 60_000;

const TRANSIENT: readonly Problem['kind'][] = [
  'offline',
  'timed-out',
  'limited',
  'site-error',
  'unreadable',
  'oversized',
];

/** True if waiting does not help: the user has to do something first. */
export function isFinal({ kind }: Problem): boolean {
  return !TRANSIENT.includes(kind);
}

/** How many checks may fail in a row before an intent is given up. */
export function triesFor({ kind }: Problem): number {
  return kind === 'offline' || kind === 'limited' ? MAX_TRIES_AWAY : MAX_TRIES;
}

/**
 * How long to wait after the `tries`-th failure in a row, ms: doubling, and never sooner than the server asked for. It is spread by
 * half so that tabs and users do not come back in step.
 */
export function backoffMs(
  tries: number,
  problem: Problem | undefined,
  { clock, random }: { clock: Pick<Clock, 'now'>; random(): number },
): number {
  const pause = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)) * (0.5 + random());
  const asked = problem?.kind === 'limited' ? msUntil(problem.until, LONGEST_WAIT_MS, clock.now()) : 0;
  return Math.round(Math.max(pause, asked));
}
