/** Everything that asks within this moment shares one check. Below what an eye notices, above what a page needs to collect its ids. */
export const BATCH_MS = 25;

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

/** A removal leaves within this time of its confirmation or never: later, the user may have changed their mind. */
export const REMOVAL_VALID_MS = 60_000;

/** A confirmation may come from this far in the future: clocks are read in two processes. More means that the clock was set. */
export const CLOCK_SLACK_MS = 5_000;

/** After a request was lost: a first look, in case that it is plain already. */
export const FIRST_LOOK_MS = 2_000;

/** Between two looks while somebody waits for the result. */
export const LOOK_AGAIN_MS = 5_000;

/** So long after the state should have been plain, a waiting user is told that it is not known yet. */
export const UNSETTLED_AFTER_MS = 60_000;

/** So long a toggle's answer stands against checks that say otherwise. By then even an ill replica has been taken out of service. */
export const TRUST_MS = 5 * 60_000;

/** Requests for one intent, the first included: what was lost twice is not a passing fault. */
export const MAX_POSTS = 3;

/** Looks that may fail in a row before an intent is given up, where the site is ill … */
export const MAX_TRIES = 5;

/** … and where only the connection is gone or the site asked us to wait: about ten minutes. */
export const MAX_TRIES_AWAY = 14;

/** First pause after a failure; each further one doubles, up to {@link MAX_PAUSE_MS}. */
export const FIRST_PAUSE_MS = 2_000;
export const MAX_PAUSE_MS = 60_000;

/** The longest that a `Retry-After` is obeyed before looking again. */
export const LONGEST_WAIT_MS = 10 * 60_000;

/** How long sending waits for the quota as it was before. It helps to settle a lost answer; a quota that hangs must not stop a click. */
export const BASELINE_WAIT_MS = 2_500;

/** So long an explanation may look for what the site says of the version itself. */
export const OFFER_WAIT_MS = 5_000;

/** A check this young needs no repeating before a request goes out. */
export const FRESH_MS = 1_000;

/** A check this old is no reason to send anything: a slow answer or a laptop that slept lies in between. */
export const STALE_MS = 30_000;

/** Longest nap in one piece: an idle worker is ended after 30 s, and how far it got has to be written down before. */
export const NAP_MS = 20_000;

/** While anything is unsettled the browser wakes the worker this often (30 s is the shortest that Chrome allows). */
export const HEARTBEAT_MS = 30_000;

/** A version that was not in the vault is forgotten after this time: it costs one entry of a check to know it again. */
export const KEEP_ABSENT_MS = 7 * 24 * 3_600_000;

/** A problem nobody acted on stops being shown. */
export const KEEP_PROBLEM_MS = 24 * 3_600_000;
