import { browser } from 'wxt/browser';
import { createSlots } from './single-flight';

/** So many in any stretch of so many ms. */
export type Limit = { most: number; withinMs: number };

/** What limits leave over, counted in memory: a worker that was killed is no flood, and starts anew. Times are epoch ms. */
export type Allowance = {
  /** Grants as many of `wanted` as are left. */
  take(wanted: number, now: number): number;
  /** When there is more; `now` where there is. */
  freeAt(now: number): number;
};

export function createAllowance(...limits: Limit[]): Allowance {
  let taken: readonly number[] = [];
  return {
    take(wanted, now) {
      taken = lately(taken, limits, now);
      const left = limits.map(limit => limit.most - within(taken, limit, now).length);
      const count = Math.max(0, Math.min(wanted, ...left));
      taken = [...taken, ...new Array<number>(count).fill(now)];
      return count;
    },
    freeAt: now => freeAt(lately(taken, limits, now), limits, now),
  };
}

/** An allowance for each of many; of more than `mostKeys`, those that came first are forgotten first. */
export function createAllowances<Key>(mostKeys: number, ...limits: Limit[]): (key: Key) => Allowance {
  const allowances = new Map<Key, Allowance>();
  return key => {
    const allowance = allowances.get(key) ?? createAllowance(...limits);
    allowances.set(key, allowance);
    for (const first of allowances.keys()) if (allowances.size > mostKeys) allowances.delete(first);
    return allowance;
  };
}

/** The same where it outlives the worker; see {@link createStoredBudget}. */
export type Budget = {
  /** Takes one. 0: it was taken; otherwise when the next can be taken, epoch ms, and nothing was taken. */
  take(): Promise<number>;
  /** Whether one could be taken; nothing is. */
  isFree(): Promise<boolean>;
};

/**
 * A budget that a killed worker doesn't refill. It is kept in `storage.session`, which no content script can read, until the browser
 * closes; where that fails, nothing can be taken.
 */
export function createStoredBudget(key: string, limits: readonly Limit[], now: () => number): Budget {
  const inTurn = createSlots(1);
  const read = async (at: number): Promise<number[]> => {
    const stored: unknown = (await browser.storage.session.get(key))[key];
    const times = Array.isArray(stored) ? stored.filter(time => typeof time === 'number') : [];
    return lately(times, limits, at);
  };
  return {
    take: () =>
      inTurn(async () => {
        const at = now();
        try {
          const taken = await read(at);
          const until = freeAt(taken, limits, at);
          await browser.storage.session.set({ [key]: until > at ? taken : [...taken, at] });
          return until > at ? until : 0;
        } catch {
          return at + longestMs(limits);
        }
      }),
    isFree: () =>
      read(now()).then(
        taken => freeAt(taken, limits, now()) <= now(),
        () => false,
      ),
  };
}

/** What still counts. The clock may have been set back since: what lies in the future was taken just now. */
function lately(taken: readonly number[], limits: readonly Limit[], now: number): number[] {
  return taken.map(time => Math.min(time, now)).filter(time => now - time < longestMs(limits));
}

function within(taken: readonly number[], { withinMs }: Limit, now: number): readonly number[] {
  return taken.filter(time => now - time < withinMs);
}

/** `taken`: the oldest first. */
function freeAt(taken: readonly number[], limits: readonly Limit[], now: number): number {
  const ends = limits.map(limit => {
    const counted = within(taken, limit, now);
    const oldest = counted[counted.length - limit.most];
    return oldest === undefined ? now : oldest + limit.withinMs;
  });
  return Math.max(now, ...ends);
}

function longestMs(limits: readonly Limit[]): number {
  return Math.max(...limits.map(({ withinMs }) => withinMs));
}
