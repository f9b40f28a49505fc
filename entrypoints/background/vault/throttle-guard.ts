/** Failures that Chromium counts; 500 is also how Civitai refuses (site-facts.md F.0.1). */
const COUNTED: readonly number[] = [500, 503, 509];
/** So many it lets pass; then it holds requests back for this long, and for longer after each further failure. */
const UNTHROTTLED_FAILURES = 2;
const FIRST_HOLD_MS = 700;
const GROWTH = 1.4;
/** Then it has forgotten. */
const MEMORY_MS = 2 * 60_000;

export type ThrottleGuard = ReturnType<typeof createThrottleGuard>;

/**
 * Keeps requests from being held back: Chromium (156, seen; off with `--disable-extensions-http-throttling`) fails an extension's
 * request unsent where its address, whatever the query, has failed several times. The worker would take that for a lost answer and be
 * unsure of it for 45 s.
 */
export function createThrottleGuard() {
  let failures = 0;
  let lastAt = 0;
  return {
    /** An answer came. */
    recordAnswer(status: number, now: number): void {
      if (now - lastAt > MEMORY_MS) failures = 0;
      failures = COUNTED.includes(status) ? failures + 1 : Math.max(0, failures - 1);
      if (COUNTED.includes(status)) lastAt = now;
    },
    /** From when on the next request is let through. */
    opensAt(): number {
      return failures > UNTHROTTLED_FAILURES
        ? lastAt + Math.min(MEMORY_MS, FIRST_HOLD_MS * GROWTH ** (failures - UNTHROTTLED_FAILURES - 1))
        : 0;
    },
  };
}
