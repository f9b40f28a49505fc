import type { Clock } from './clock';

/**
 * Lets callers go on one after the other, `apartMs` apart; one that comes alone does not wait. Never rejects.
 */
export function createTurns(
  { elapsed, sleep }: Pick<Clock, 'elapsed' | 'sleep'>,
  apartMs: number,
): () => Promise<void> {
  let nextAt = 0;
  return async () => {
    const waitMs = nextAt - elapsed();
    nextAt = Math.max(nextAt, elapsed()) + apartMs;
    if (waitMs > 0) await sleep(waitMs, new AbortController().signal);
  };
}
