import { createSingleFlight } from '@/entrypoints/background/timing/single-flight';
import { isOlderThan } from '@/utils/age';
import type { Result } from '@/utils/problem';

/** More than a user sees in a few minutes; the oldest make room. */
const MAX_CACHED = 300;

/** Shares one question among all who ask at the same moment, and keeps a success for `maxAgeMs`, or for less where asked so. A failure is never kept. */
export function createCachedResults<T>(options: {
  now: () => number;
  maxAgeMs: number;
}): (key: number | string, ask: () => Promise<Result<T>>, maxAgeMs?: number) => Promise<Result<T>> {
  const cached = new Map<number | string, { result: Result<T>; at: number }>();
  const once = createSingleFlight<Result<T>>();
  return async (key, ask, maxAgeMs = options.maxAgeMs) => {
    const known = cached.get(key);
    if (known && !isOlderThan(maxAgeMs, known.at, options.now())) return known.result;
    return once(key, async () => {
      const at = options.now();
      const result = await ask();
      cached.delete(key);
      if (result.ok) cached.set(key, { result, at });
      for (const oldest of cached.keys()) if (cached.size > MAX_CACHED) cached.delete(oldest);
      return result;
    });
  };
}
