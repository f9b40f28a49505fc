/** However often a probe asks at first: what takes long is asked for no more often than this. */
const LONGEST_PAUSE_MS = 200;

/**
 * Polls until the probe is true (or defined, then returns it), less often the longer it takes: each look costs the page time. Fails with
 * what it waited for and what it saw last.
 */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  { timeoutMs = 10_000, everyMs = 40 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const endsAt = performance.now() + timeoutMs;
  let last: unknown;
  for (let pauseMs = everyMs; ; pauseMs = Math.max(everyMs, Math.min(pauseMs * 1.15, LONGEST_PAUSE_MS))) {
    try {
      const value = await probe();
      last = value;
      if (value !== undefined && value !== null && value !== false) return value;
    } catch (error) {
      // A page that navigates away under the probe is asked again.
      last = error instanceof Error ? error.message : error;
    }
    if (performance.now() > endsAt) {
      throw new Error(`Waited ${timeoutMs} ms for ${what}; last seen: ${describe(last)}`);
    }
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

/** Polls until the value that `read` returns fulfils `isRight`, and returns it; the message shows the last value. */
export async function untilValue<T>(
  what: string,
  read: () => Promise<T> | T,
  isRight: (value: T) => boolean,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  let last: { value: T } | undefined;
  try {
    return (
      await until(
        what,
        async () => {
          last = { value: await read() };
          return isRight(last.value) ? last : undefined;
        },
        options,
      )
    ).value;
  } catch (error) {
    if (!last) throw error;
    throw new Error(`${error instanceof Error ? error.message : error}; last value: ${describe(last.value)}`);
  }
}

/** Watches for a while that something stays true; fails at the first moment at which it is not. */
export async function staysTrue(what: string, probe: () => Promise<boolean> | boolean, forMs: number): Promise<void> {
  const endsAt = performance.now() + forMs;
  while (performance.now() < endsAt) {
    if (!(await probe())) throw new Error(`It did not stay true that ${what}`);
    await new Promise(resolve => setTimeout(resolve, 40));
  }
}

/** Waits until a number, such as the count of requests, has not changed for a while. */
export async function untilQuiet(what: string, count: () => number, quietMs = 600): Promise<void> {
  let [last, since] = [count(), performance.now()];
  await until(
    `${what} to stay the same for ${quietMs} ms`,
    () => {
      const now = count();
      if (now !== last) [last, since] = [now, performance.now()];
      return performance.now() - since >= quietMs;
    },
    { timeoutMs: 15_000 },
  );
}

function describe(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
