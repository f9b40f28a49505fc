/** What happens to one request that changes something. `commit` is when it takes effect, ms after it was sent. */
export type AttemptFate =
  | { kind: 'answered' }
  /** The client gives up or loses the connection after `lostAt`. */
  | { kind: 'lost'; lostAt: number; commit: number | undefined; problem: 'timed-out' | 'offline' | 'unreadable' }
  /** A failure status without a reason: 500, 502, 503, 429. */
  | { kind: 'status'; status: number; commit: number | undefined; retryAfterMs: number | undefined }
  /** The handler itself failed after it did its work, or before. */
  | { kind: 'broken'; commits: boolean }
  | { kind: 'refused'; code: string | undefined; hasCause: boolean; message: string | undefined }
  | { kind: 'turned-away'; status: 400 | 401 | 403 | 451 }
  | { kind: 'not-sent' };

/**
 * The browser sends a plain request again by itself, `at` ms after the first time; the answer is that of the second. `isLost`: that one
 * is lost as well. A streamed request can't be sent again: it fails, and its effect is that of the first alone.
 */
export type Repeat = { at: number; isLost: boolean };

export type ReadFate = 'answered' | 'offline' | 'timed-out' | 'site-error' | 'limited' | 'unreadable' | 'left-out';

type Gap = { gap: number };
/**
 * `isStale`: by a page that has not heard yet of the last sign-out. `isNow`: a removal's grace is ended at once, also where it is not said.
 */
export type Action =
  | (Gap & {
      do: 'intent';
      version: number;
      target: 'in' | 'out';
      clicks: number;
      confirmedAgo: number;
      isStale?: boolean;
      isNow?: boolean;
      isOfList?: boolean;
    })
  /** What the user wants of removals that were not sent yet. */
  | (Gap & { do: 'change'; version: number; how: 'undo' | 'now' | 'still' })
  /** The other version takes the place of this one; `putBack`: what the site says of the old one. */
  | (Gap & { do: 'swap'; version: number; confirmedAgo: number; putBack: 'everyone' | 'gone' | 'offline' })
  | (Gap & { do: 'check' })
  | (Gap & { do: 'another-device'; version: number; lag: number })
  /** The site's own button, as a page notices it: `after` is when its toggle takes effect, ms after the press. */
  | (Gap & { do: 'official-button'; version: number; lag: number; after: number })
  | (Gap & { do: 'sleep'; ms: number })
  | (Gap & { do: 'set-clock'; by: number })
  | (Gap & { do: 'kill' })
  | (Gap & { do: 'sign-out'; backAfter: number });

export type Scenario = {
  initial: number[];
  actions: Action[];
  attempts: AttemptFate[];
  /** For each request that is not lost anyway, one after the other, whether its connection drops before the answer. */
  repeats: (Repeat | undefined)[];
  /** Whether streams are carried, one for each time that it is asked, over and over. */
  streams: boolean[];
  checks: ReadFate[];
  quotas: ReadFate[];
  /** Replica lags, one for each look at the replica, over and over. */
  lags: number[];
  latencies: number[];
  /** After so many steps of the worker (a call that leaves it or an answer that reaches it), counted from the last kill, it is killed. */
  kills: number[];
  /** What is removed is to be added again. */
  isAgain?: boolean;
};

export const VERSIONS = [1, 2];
