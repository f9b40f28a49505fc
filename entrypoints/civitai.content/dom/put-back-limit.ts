import { isOlderThan } from '@/utils/age';

/** More removals than this within the window are deliberate, or the page can't help it. */
const MOST_TRIES = 10;
const WINDOW_MS = 10_000;

/**
 * Limits how often a node is put back where the site removed it: 10 times within 10 s, so that no loop can begin.
 * The returned function says whether to try once more. `onGiveUp` is called once, when the limit is passed.
 */
export function createPutBackLimit(onGiveUp: () => void, now: () => number = Date.now): () => boolean {
  let tries: number[] = [];
  let hasGivenUp = false;
  return () => {
    if (hasGivenUp) return false;
    const at = now();
    tries = [...tries.filter(earlier => !isOlderThan(WINDOW_MS, earlier, at)), at];
    hasGivenUp = tries.length > MOST_TRIES;
    if (hasGivenUp) onGiveUp();
    return !hasGivenUp;
  };
}
