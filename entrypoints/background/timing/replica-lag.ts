/**
 * How far a replica may lag behind the primary, ms. Checks and the toggle's own look read a replica (site-facts.md F.0, F.5). Its lag
 * is normally far below a second and was never seen near ten; this is half as much again.
 */
export const LAG_ALLOWANCE_MS = 15_000;

/**
 * The latest moment at which a toggle whose answer was lost can still take effect, ms after sending. The handler makes a few short
 * queries, over within seconds by its database's own time-outs; thirty leave room for a queue in front.
 */
export const LAST_COMMIT_MS = 30_000;

/** Longest time for which checks can hide what a toggle did, ms. */
export const LONGEST_HIDDEN_MS = LAST_COMMIT_MS + LAG_ALLOWANCE_MS;

/** Ms until checks show what a toggle did. `ageMs` counts from its answer, without one from sending; at most 0: they show it already. */
export function hiddenForMs(isAnswered: boolean, ageMs: number): number {
  return (isAnswered ? LAG_ALLOWANCE_MS : LONGEST_HIDDEN_MS) - ageMs;
}
