/** Timers of one page: `run` is called once after each. */
export type Timers = {
  in(ms: number): void;
  clear(): void;
};

export function createTimers(run: () => void): Timers {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  return {
    in(ms) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
    },
    clear() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
