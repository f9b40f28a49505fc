import { createSingleFlight } from '@/entrypoints/background/timing/single-flight';
import type { Result } from '@/utils/problem';

/** More than anybody looks at in a few minutes; the oldest make room. */
const MAX_CACHED = 300;

/** Asks once for everybody who asks at the same moment, and keeps a success for `maxAgeMs`. A failure is never kept. */
export function createCachedResults<T>(options: {
  now: () => number;
  maxAgeMs: number;
}): (key: number, ask: () => Promise<Result<T>>) => Promise<Result<T>> {
  const kept = new Map<number, { result: Result<T>; at: number }>();
  const once = createSingleFlight<Result<T>>();
  return async (key, ask) => {
    const known = kept.get(key);
    const age = options.now() - (known?.at ?? 0);
    // A clock that was set back makes an age negative: then nobody knows how old it is.
    if (known && age >= 0 && age < options.maxAgeMs) return known.result;
    return once(key, async () => {
      const at = options.now();
      const result = await ask();
      kept.delete(key);
      if (result.ok) kept.set(key, { result, at });
      for (const oldest of kept.keys()) if (kept.size > MAX_CACHED) kept.delete(oldest);
      return result;
    });
  };
}
