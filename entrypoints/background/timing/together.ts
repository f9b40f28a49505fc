import type { Clock } from './clock';
import { within } from './within';

/** The longest that something waits for what was begun after it, ms. */
const MOST_MS = 400;

/**
 * Has what is under way at the same time go on together: each resolves with its own value once none is under way, at most {@link MOST_MS}
 * later. Writing takes the disk some ms for each; without this, what was asked for at once would go on one by one.
 */
export function createTogether(clock: Pick<Clock, 'sleep'>): <T>(work: Promise<T>) => Promise<T> {
  let [underWay, begun] = [0, 0];
  let release = (): void => {};
  let released = Promise.resolve();
  return async work => {
    if (underWay === 0) {
      begun = 0;
      released = new Promise(resolve => {
        release = resolve;
      });
    }
    [underWay, begun] = [underWay + 1, begun + 1];
    const mine = released;
    try {
      return await work;
    } finally {
      underWay -= 1;
      if (underWay === 0) release();
      // Also the last, so that all go on in the order in which they were done.
      if (begun > 1) await within(clock, mine, MOST_MS);
    }
  };
}
