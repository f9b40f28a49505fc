import type { Problem } from '@/utils/problem';

/**
 * How far a failed request got.
 * `no`: it certainly changed nothing: it never left, or was turned away before anything was done.
 * `maybe`: it may have been carried out (time-out, dropped connection, an answer that can't be read).
 * `answered`: the answer has a failure status. A 5xx or a page of the protection in front of the site may still hide a commit: only a
 * {@link Refusal} comes from the site's own handler.
 */
type Sent = 'no' | 'maybe' | 'answered';

/**
 * What a failed vault request says of its reason, in either flavour of body (site-facts.md F.0.1). Never with 401, 403, 429 or 451,
 * which are a reason by themselves.
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
  /** How long the server asks to wait, ms, within the bounds of failure.ts. */
  retryAfterMs?: number;
};

/** The result of every request to the site. It is assignable to a `Result<T>`. */
export type ApiResult<T> = { ok: true; value: T } | ApiFailure;

/** A failure of a request that never left. */
export function notSent(problem: Problem): ApiFailure {
  return { ok: false, problem, sent: 'no' };
}
