import { msUntil } from '@/utils/age';
import { LONGEST_PAUSE_MS, type Problem } from '@/utils/problem';

/** How long after a failure the page asks again by itself. */
const RETRY_MS = 30_000;

/** Failures that waiting alone doesn't change: the site refuses again, and its list still leaves the model out. */
const LASTING: readonly Problem['kind'][] = ['not-available', 'blocked', 'region-blocked', 'host-not-granted'];

/** In how many ms to check versions again after a failure; after a 429 not before the site allows it. */
export function retryInMs(problem: Problem): number {
  return problem.kind === 'limited' || problem.kind === 'page-limit'
    ? msUntil(problem.until, LONGEST_PAUSE_MS, Date.now())
    : RETRY_MS;
}

/** When to repeat a look-up after a failure, epoch ms; `Infinity` where only an act of the user can help. */
export function lookUpAgainAt(problem: Problem): number {
  return LASTING.includes(problem.kind) ? Number.POSITIVE_INFINITY : Date.now() + retryInMs(problem);
}
