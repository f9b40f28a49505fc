type Entry = { at: number; order: number; run(): void };

/** Lets every promise that can go on do so. `setImmediate` runs when no microtask is left, and waits for nothing. */
const settle = () => new Promise<void>(resolve => setImmediate(resolve));

export type VirtualTime = ReturnType<typeof createVirtualTime>;

/**
 * Time that only passes when asked to. Events run one after the other in the order of their time; after each of them everything that
 * only waits for promises runs to its end. No real timer takes part, so a run is the same every time.
 */
export function createVirtualTime() {
  const entries: Entry[] = [];
  let at = 0;
  let order = 0;

  const isBefore = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);

  function after(delayMs: number, run: () => void): void {
    const entry = { at: at + Math.max(0, delayMs), order: order++, run };
    let index = entries.length;
    while (index > 0) {
      const previous = entries[index - 1];
      if (!previous || isBefore(entry, previous)) break;
      index -= 1;
    }
    // Latest first, so that the next one is at the end.
    entries.splice(index, 0, entry);
  }

  /** Runs everything due by `until`, or until nothing is left. `between` runs after each event. */
  async function run(until: number, between: () => void): Promise<void> {
    await settle();
    for (;;) {
      const next = entries.at(-1);
      if (!next || next.at > until) break;
      entries.pop();
      at = next.at;
      next.run();
      await settle();
      between();
    }
    if (Number.isFinite(until)) at = until;
  }

  return { now: () => at, after, run };
}
