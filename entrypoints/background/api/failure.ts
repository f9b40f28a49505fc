import { isRecord } from '@/utils/is-record';
import { LONGEST_PAUSE_MS, type Problem } from '@/utils/problem';
import type { ApiFailure, Refusal } from './result';

/** How long to wait after a 429 that doesn't say: the short window of most protections has passed by then. */
const DEFAULT_RETRY_AFTER_MS = 30_000;
/** A wrong `Retry-After` must not become a hammer on the site. */
const MIN_RETRY_AFTER_MS = 1_000;

/** Statuses that are a reason by themselves: their body says nothing of the version. */
const PLAIN_STATUSES: readonly number[] = [401, 403, 429, 451];
/** Documented for a key without the permission; the vault doesn't check it today (site-facts.md F.0). */
const INSUFFICIENT_SCOPE = 'insufficient_scope';

/** What is told of a reason stands at its start; it is kept with the intent, so it may not be a whole page. */
const MAX_REASON_LENGTH = 1_000;

/** The reason in the body of a failure, in both flavours and as plain `{"error": "…"}` (site-facts.md F.0.1). */
function readRefusal(body: unknown): Refusal | undefined {
  if (!isRecord(body)) return undefined;
  const { error } = body;
  const detail = typeof error === 'string' ? { message: error } : error;
  if (!isRecord(detail)) return undefined;
  const { message, cause } = detail;
  const code = codeOf(detail) ?? codeOf(body);
  return {
    hasCause: cause !== undefined && cause !== null,
    ...(code ? { code: `${code}`.slice(0, MAX_REASON_LENGTH) } : {}),
    ...(typeof message === 'string' && message ? { message: message.slice(0, MAX_REASON_LENGTH) } : {}),
  };
}

function codeOf({ code }: Record<string, unknown>): string | number | undefined {
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

/** Reads `Retry-After` in seconds or as a date, against the server's own `Date` where there is one. `undefined`: it doesn't say. */
function readRetryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  const waitMs = /^\d+$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - (Number.isNaN(serverNow) ? now : serverNow);
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, MIN_RETRY_AFTER_MS), LONGEST_PAUSE_MS);
}

/** An answer with a failure status. `body` is its JSON, `undefined` where it has none; `changes`: the request was to change something. */
type FailedAnswer = { status: number; headers: Headers; body: unknown; changes: boolean };

/** The failure that an answer with a failure status stands for. */
export function failureOfAnswer({ status, headers, body, changes }: FailedAnswer, now: number): ApiFailure {
  const retryAfterMs = readRetryAfterMs(headers, now);
  const refusal = readRefusal(body);
  const lacksScope = status === 403 && refusal?.message === INSUFFICIENT_SCOPE;
  return {
    ok: false,
    problem: lacksScope
      ? { kind: changes ? 'read-only-key' : 'key-refused' }
      : problemOfStatus(status, now + (retryAfterMs ?? DEFAULT_RETRY_AFTER_MS)),
    sent: 'answered',
    status,
    ...(refusal && !PLAIN_STATUSES.includes(status) && { refusal }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function problemOfStatus(status: number, until: number): Problem {
  if (status === 401) return { kind: 'key-refused' };
  if (status === 403) return { kind: 'blocked' };
  if (status === 429) return { kind: 'limited', until };
  if (status === 451) return { kind: 'region-blocked' };
  if (status >= 500) return { kind: 'site-error' };
  return { kind: 'unexpected' };
}
