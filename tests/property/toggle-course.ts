import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { Problem } from '@/utils/problem';
import type { AttemptFate } from './scenario';

/** When a toggle request takes effect, if ever, and when its answer comes. Without a `failure` the answer says what was done. */
export type Course = { commitMs: number | undefined; answerMs: number; failure?: ApiFailure };

/** What the fate does to a request whose answer takes `latency` ms; `wall` is the browser's clock. */
export function courseOf(fate: AttemptFate, latency: number, wall: () => number): Course {
  switch (fate.kind) {
    case 'answered':
      return { commitMs: latency / 2, answerMs: latency };
    case 'lost': {
      const failure: ApiFailure = { ok: false, sent: 'maybe', problem: { kind: fate.problem } };
      return { commitMs: fate.commit, answerMs: fate.lostAt, failure };
    }
    case 'status':
      return { commitMs: fate.commit, answerMs: latency, failure: failureOfStatus(fate, wall) };
    case 'broken': {
      const failure = failureWith({ code: 'P2024', hasCause: false });
      return { commitMs: fate.commits ? latency / 2 : undefined, answerMs: latency, failure };
    }
    case 'refused': {
      const { code, hasCause, message } = fate;
      const failure = failureWith({ hasCause, ...(code && { code }), ...(message && { message }) });
      return { commitMs: undefined, answerMs: latency, failure };
    }
    case 'turned-away':
      return { commitMs: undefined, answerMs: latency, failure: turnedAway(fate.status) };
    case 'not-sent':
      return { commitMs: undefined, answerMs: 0, failure: { ok: false, sent: 'no', problem: { kind: 'offline' } } };
  }
}

function failureOfStatus(fate: AttemptFate & { kind: 'status' }, wall: () => number): ApiFailure {
  const { status, retryAfterMs } = fate;
  const problem: Problem =
    status === 429 ? { kind: 'limited', until: wall() + (retryAfterMs ?? 30_000) } : { kind: 'site-error' };
  const failure: ApiFailure = { ok: false, sent: 'answered', status, problem };
  return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs };
}

function failureWith(refusal: NonNullable<ApiFailure['refusal']>): ApiFailure {
  return { ok: false, sent: 'answered', status: 500, problem: { kind: 'site-error' }, refusal };
}

function turnedAway(status: (AttemptFate & { kind: 'turned-away' })['status']): ApiFailure {
  const kinds = { 400: 'unexpected', 401: 'key-refused', 403: 'blocked', 451: 'region-blocked' } as const;
  return { ok: false, sent: 'answered', status, problem: { kind: kinds[status] } };
}
