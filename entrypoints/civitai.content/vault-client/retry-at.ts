import type { Problem } from '@/utils/problem';

/** How long after a failed look the page asks again by itself. */
const RETRY_MS = 30_000;

/** When to ask again after a failure, epoch ms: not before the site is ready to be asked. */
export function retryAt(problem: Problem): number {
  return problem.kind === 'limited' ? problem.until : Date.now() + RETRY_MS;
}
