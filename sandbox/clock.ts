/** The sandbox's time: it runs with real time, and tests move it on. Epoch milliseconds. */
export type Clock = {
  now(): number;
  /** Moves time on and tells every listener; throws on a negative step, a database's commits are never in the future. */
  advance(ms: number): void;
  /** Calls `listener` after each `advance`. */
  onAdvance(listener: () => void): void;
};

/** Creates a clock that shows `start` (epoch ms) now, or the real time. */
export function createClock(start = Date.now()): Clock {
  let offset = start - Date.now();
  const listeners: (() => void)[] = [];
  return {
    now: () => Date.now() + offset,
    advance: ms => {
      if (!(ms >= 0)) throw new Error(`The clock only goes forward, not by ${ms} ms`);
      offset += ms;
      for (const listener of listeners) listener();
    },
    onAdvance: listener => {
      listeners.push(listener);
    },
  };
}
