/** Runs `work` unless it is already running for this key: then all callers share that one run. */
export type SingleFlight<T> = (key: string | number, work: () => Promise<T>) => Promise<T>;

/** One run at a time for each key; nothing is kept once it is over. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const running = new Map<string | number, Promise<T>>();
  return (key, work) => {
    const shared = running.get(key);
    if (shared) return shared;
    const run = work().finally(() => running.delete(key));
    running.set(key, run);
    return run;
  };
}

/** Lets at most `slots` pieces of work run at a time, in the order in which they came; with `isNewestFirst` the last one that came goes next. */
export function createSlots(slots: number, isNewestFirst = false): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = slots;
  return async work => {
    if (free > 0) free -= 1;
    else await new Promise<void>(resolve => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = isNewestFirst ? waiting.pop() : waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
