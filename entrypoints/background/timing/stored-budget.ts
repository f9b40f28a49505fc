import { browser } from 'wxt/browser';
import { createSlots } from './single-flight';

/** So many in so many ms. */
export type Limit = { most: number; withinMs: number };

/** What may still be done; see {@link createStoredBudget}. */
export type Budget = {
  /** Takes one. 0: it was taken; otherwise when the next can be taken, epoch ms, and nothing was taken. */
  take(): Promise<number>;
};

/**
 * A budget that outlives the worker: a killed one doesn't refill it. It is kept in `storage.session`, which no content script can read,
 * until the browser closes; where that fails, nothing can be taken.
 */
export function createStoredBudget(key: string, limits: readonly Limit[], now: () => number): Budget {
  const inTurn = createSlots(1);
  const longestMs = Math.max(...limits.map(({ withinMs }) => withinMs));
  return {
    take: () =>
      inTurn(async () => {
        const at = now();
        try {
          const stored: unknown = (await browser.storage.session.get(key))[key];
          const taken = timesOf(stored, at).filter(time => at - time < longestMs);
          const free = freeAt(taken, limits, at);
          if (free === 0) await browser.storage.session.set({ [key]: [...taken, at] });
          return free;
        } catch {
          return at + longestMs;
        }
      }),
  };
}

/** When the next one is free, epoch ms; 0: now. `taken`: epoch ms, the oldest first. */
function freeAt(taken: readonly number[], limits: readonly Limit[], now: number): number {
  const waits = limits.map(({ most, withinMs }) => {
    const within = taken.filter(time => now - time < withinMs);
    const [oldest] = within.slice(within.length - most);
    return within.length < most || oldest === undefined ? 0 : oldest + withinMs;
  });
  return Math.max(0, ...waits);
}

/** The clock may have been set back since: what lies in the future was taken just now. */
function timesOf(stored: unknown, now: number): number[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(time => typeof time === 'number').map(time => Math.min(time, now));
}
