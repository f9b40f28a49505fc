/** Pauses end at multiples of this, so that what waits shares its checks: with a waiting user … */
export const WAITING_STEP_MS = 1_000;

/** … and while only what was done is confirmed. */
export const CONFIRMING_STEP_MS = 5_000;

/** Removals whose grace ends within this time leave together. */
export const LEAVE_TOGETHER_MS = 1_000;

/** What was done is confirmed up to this much later, with something else: more than the grace, after which removals follow additions. */
export const CONFIRM_TOGETHER_MS = 12_000;

/** A removal leaves within this time of its confirmation or never: later, the user may have changed their mind. */
export const REMOVAL_VALID_MS = 60_000;

/** A confirmed removal can be taken back for this long: time enough to notice a slip, and far below the 30 s after which a worker may end. */
export const GRACE_MS = 8_000;

/** The same for several that were confirmed together: there is more to read. */
export const LIST_GRACE_MS = 10_000;

/** Pages count the grace down; an undo that was pressed in its last moment still has to arrive. */
export const UNDO_ARRIVES_MS = 500;

/** So many removals of a list are under way at a time; each is a handful of requests (a check, the figures, the toggle). */
export const LIST_AT_ONCE = 3;

/** The same where the version is to be added again: what the addition will need was looked up just before. */
export const RE_ADD_VALID_MS = 10_000;

/** A version that has to be added again is tried no more often than this. */
export const OWED_EVERY_MS = 60 * 60_000;

/** First check after a request was lost: often its effect shows already. */
export const FIRST_CHECK_MS = 2_000;

/** Between two checks while a page waits for the result. */
export const RECHECK_MS = 5_000;

/** So long after the state should have been plain, a waiting page is told that it is not known yet. */
export const UNSETTLED_AFTER_MS = 60_000;

/** So long a toggle's answer stands against checks that disagree. By then even a broken replica has been taken out of service. */
export const ANSWER_TRUST_MS = 5 * 60_000;

/** Requests for one intent, the first included: a second loss in a row is no passing fault. */
export const MAX_ATTEMPTS = 3;

/**
 * Between two requests: where a connection drops while several bodies are on their way, Chromium's network process ends, and the worker with
 * it (site-facts.md, "What browsers do to a request").
 */
export const TOGGLES_APART_MS = 25;

/** How long sending waits for the storage used before. The figure helps to settle a lost answer, but must not stop a click. */
export const BASELINE_WAIT_MS = 2_500;

/** How long an explanation may wait for what the site says of the version itself. */
export const AVAILABILITY_WAIT_MS = 5_000;

/** A check this young needs no repeating before a request goes out. */
export const CHECK_REUSE_MS = 1_000;

/** A check this old is no reason to send anything: a slow answer or a sleeping computer lies in between. */
export const CHECK_TOO_OLD_MS = 30_000;

/** Longest sleep in one piece: the browser ends an idle worker after 30 s, and the task has to be written down before. */
export const LONGEST_SLEEP_MS = 20_000;

/** A version that was not in the vault is forgotten after this time: one entry of a check brings it back. */
export const KEEP_ABSENT_MS = 7 * 24 * 3_600_000;

/** A problem that the user did not act on is shown for this long. */
export const KEEP_PROBLEM_MS = 24 * 3_600_000;
