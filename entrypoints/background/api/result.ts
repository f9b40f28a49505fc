import type { Problem } from '@/utils/problem';

/**
 * How far a failed request got.
 * `no`: it certainly never left, or was turned away before anything was done: it changed nothing.
 * `maybe`: it may have been carried out (time-out, dropped connection, an answer that can't be read).
 * `answered`: somebody answered with a failure status. That is not yet "it changed nothing": a 5xx or a page from the
 * protection in front of the site may hide a commit. Only a {@link Refusal} comes from the site's own handler.
 */
export type Sent = 'no' | 'maybe' | 'answered';

/**
 * What a failed vault request says of its reason, from either flavour of body (site-facts.md F.0.1).
 * Only with statuses that say nothing by themselves: never with 401, 403, 429 or 451.
 */
export type Refusal = {
  /** `BAD_REQUEST`, `NOT_FOUND`, a database code … */
  code?: string;
  /** BAD_REQUEST with a cause: over quota or no membership; without: no access to the version. */
  hasCause: boolean;
  /** Only the documented flavour carries one. For matching, never for showing. */
  message?: string;
};

/** A failed request: the problem to act on, and what is needed to judge whether it took effect. */
export type ApiFailure = {
  ok: false;
  problem: Problem;
  sent: Sent;
  /** HTTP status, where there was one. Never shown. */
  status?: number;
  refusal?: Refusal;
  /** What the server asked us to wait, ms, within sane bounds. */
  retryAfterMs?: number;
};

/** What every request to the site comes to. It assigns to a `Result<T>`. */
export type ApiResult<T> = { ok: true; value: T } | ApiFailure;

/** A failure of a request that never left. */
export function notSent(problem: Problem): ApiFailure {
  return { ok: false, problem, sent: 'no' };
}
