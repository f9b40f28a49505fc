import type { Clock } from './clock';

/** Everything that asks within this moment shares one check. Too short for an eye to notice, long enough for a page to collect its ids. */
export const BATCH_MS = 25;

/** However many ask one after the other: the first of them waits no longer than this many times {@link BATCH_MS}. */
const MAX_ROUNDS = 16;

/**
 * Has all who ask within a moment, or while more is to come, share one run of `launch`. It begins {@link BATCH_MS} after the last of
 * them, so its answer was asked for later than any of their calls.
 */
export function createGathering<T>(
  clock: Pick<Clock, 'sleep'>,
  launch: () => Promise<T>,
  isMoreToCome?: () => boolean,
): () => Promise<T> {
  let calls = 0;
  let gathering: Promise<T> | undefined;

  async function gather(): Promise<T> {
    // One of its own: whatever sleeps on a signal leaves a listener on it.
    const never = new AbortController().signal;
    let seen = 0;
    for (let round = 0; round < MAX_ROUNDS && (calls > seen || isMoreToCome?.()); round += 1) {
      // All calls of one turn are one.
      await undefined;
      seen = calls;
      await clock.sleep(BATCH_MS, never);
    }
    gathering = undefined;
    return launch();
  }

  return () => {
    calls += 1;
    gathering ??= gather();
    return gathering;
  };
}
