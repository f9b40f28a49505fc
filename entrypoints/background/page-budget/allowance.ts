/** So many in any stretch of `withinMs`. */
export type Allowance = {
  /** Grants as many of `wanted` as are left at `now` (epoch ms). */
  take(wanted: number, now: number): number;
  /** When there is more, epoch ms; `now` where there is. */
  freeAt(now: number): number;
};

/** In memory: a worker that was killed is no flood, and starts anew. */
export function createAllowance(most: number, withinMs: number): Allowance {
  let taken: { at: number; count: number }[] = [];
  const leftAt = (now: number): number => {
    // What lies in the future was taken before the clock was set back.
    taken = taken.filter(({ at }) => at <= now && now - at < withinMs);
    return taken.reduce((left, { count }) => left - count, most);
  };
  return {
    take(wanted, now) {
      const count = Math.min(wanted, leftAt(now));
      if (count > 0) taken.push({ at: now, count });
      return count;
    },
    freeAt: now => (leftAt(now) > 0 ? now : (taken[0]?.at ?? now) + withinMs),
  };
}
