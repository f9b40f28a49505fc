import {
  FIRST_PAUSE_MS,
  LONGEST_WAIT_MS,
  MAX_PAUSE_MS,
  MAX_TRIES,
  MAX_TRIES_AWAY,
} from '@/entrypoints/background/vault/constants';
import type { Clock } from '@/entrypoints/background/vault/ports';
import type { Problem } from '@/utils/problem';

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
