/**
 * How far a replica may lag behind the primary. Checks and the toggle's own look read a replica (site-facts.md F.0, F.5), whose lag is
 * normally well below a second and was never seen near ten. Half as much again: nothing younger than this is taken from a check
 * against what a toggle told us, and no second request for a version goes out sooner.
 */
export const LAG_ALLOWANCE_MS = 15_000;

/**
 * The latest moment, counted from sending, at which a toggle can still take effect though its answer was lost. The handler makes a
 * handful of short queries; with its database's own time-outs it is over within seconds. Thirty leave room for a queue in front.
 */
export const LAST_COMMIT_MS = 30_000;
