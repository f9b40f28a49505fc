import type { Problem } from '@/utils/problem';

/** How long after a failure the page asks again by itself. */
const RETRY_MS = 30_000;

/** Failures that waiting alone doesn't change: the site refuses again, and its list still leaves the model out. */
const LASTING: readonly Problem['kind'][] = ['not-available', 'blocked', 'region-blocked', 'host-not-granted'];

/** When to check versions again after a failure, epoch ms; after a 429 not before the site allows it. */
export function retryAt(problem: Problem): number {
  return problem.kind === 'limited' ? problem.until : Date.now() + RETRY_MS;
}

/** When to repeat a look-up after a failure, epoch ms; `Infinity` where only an act of the user can help. */
export function lookUpAgainAt(problem: Problem): number {
  return LASTING.includes(problem.kind) ? Number.POSITIVE_INFINITY : retryAt(problem);
}
