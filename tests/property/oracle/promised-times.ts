// What issue and engine promise, said again here.

export const ALLOWANCE_MS = 15_000;
/** From the confirmation of a removal until it is sent. */
export const REMOVAL_MS = 60_000;
/** From the moment at which the worker hears of a removal until it may be sent. */
export const GRACE_MS = 8_000;
/** What is owed to the user is tried no more often than this; a moment less, for what lies between trying and noting it. */
export const OWED_MS = 3_600_000 - 120_000;
/** So long an effect may stay hidden from checks. */
export const HIDDEN_MS = 45_000;
/** Age of the check that a request is sent on. */
export const MAX_CHECK_AGE_MS = 36_000;
/** After this time at the latest, nothing the engine goes by is older: a slow check, the lag and an answer of its own. */
export const MEMORY_MS = 45_000;
