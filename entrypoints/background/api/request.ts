import type * as z from 'zod/mini';
import { problemOfBreak, readResponse, type Surroundings } from './read-response';
import { type ApiFailure, type ApiResult, notSent } from './result';
import { streamedBody } from './streamed-body';

/** The only address that ever gets the key. Paths are appended to it, so no path can lead to another host. */
const API_ROOT = 'https://civitai.com/api/v1/';

/** Chrome ends a worker whose fetch takes longer than 30 s to answer: this leaves time to write down how it went. */
const TIMEOUT_MS = 20_000;

/** The site has to refuse a key twice, so far apart: one of its servers may be wrong for a moment. */
const ASK_AGAIN_AFTER_MS = 2_000;

/** What requests are made with. Everything from outside is a parameter, so that tests can replace it. */
export type Transport = Surroundings & {
  /** The browser's own where left out. */
  fetch?: typeof globalThis.fetch;
  /** The key to use now; `undefined`: no account is signed in. */
  getToken: () => Promise<string | undefined>;
  timeoutMs?: number;
  /** False where the browser's user withheld the site from the extension (Firefox). */
  hasHostAccess?: () => Promise<boolean>;
  /**
   * Hears of a key that vault endpoints have answered with 401 twice in a row; without it one 401 is believed. `/me` proves nothing: it
   * may refuse a key limited to the vault.
   */
  onKeyRefused?: ((key: string) => void) | undefined;
  /** Public look-ups go out so that no cache of the site answers them: those with a key are not kept (site-facts.md G). */
  isFresh?: boolean;
};

export type Ask<T> = {
  /** Below `/api/v1/`. */
  path: string;
  method?: 'GET' | 'POST';
  /** `none`: public, sent without the key. `vault`: a 401 proves that the key is refused. */
  key: 'none' | 'me' | 'vault';
  schema: z.ZodMiniType<T>;
  /** The body is a stream, which the browser can't send a second time by itself. */
  isStreamed?: boolean | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * Sends one request, once, and reads its answer; only a question that is refused with 401 is asked again after a pause. Never rejects, and
 * puts nothing of the key into what it returns. If `signal` was aborted, the result is a failure of kind `unexpected` that must not be
 * shown. `refusedKey`: the key that was refused a moment ago.
 */
export async function request<T>(transport: Transport, ask: Ask<T>, refusedKey?: string): Promise<ApiResult<T>> {
  const permission = await mayLeave(transport, ask);
  if (!permission.ok) return permission;
  const { key } = permission;
  const timeout = AbortSignal.timeout(transport.timeoutMs ?? TIMEOUT_MS);
  const signal = ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout;
  const { fetch = globalThis.fetch } = transport;
  const response = await fetch(API_ROOT + ask.path, options(ask, key, signal)).catch(() => undefined);
  if (!response) return { ok: false, problem: problemOfBreak(transport, ask, timeout, 'site-error'), sent: 'maybe' };
  if (response.status === 401 && ask.key === 'vault' && key !== undefined) {
    if (key === refusedKey) transport.onKeyRefused?.(key);
    else if (transport.onKeyRefused) {
      const again = await askAgain(transport, ask, key);
      if (again) return again;
    }
  }
  return readResponse(transport, ask, timeout, response);
}

/** A second answer to a key that was refused; `undefined`: what was to be changed is refused for good. */
async function askAgain<T>(transport: Transport, ask: Ask<T>, key: string): Promise<ApiResult<T> | undefined> {
  await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_AFTER_MS));
  if (ask.method !== 'POST') return request(transport, ask, key);
  // A change is never repeated here. The site looks at the key before anything else, so this one was not begun (site-facts.md F.0).
  const again = await request(transport, { ...ask, path: 'vault/get', method: 'GET', isStreamed: false }, key);
  return !again.ok && again.problem.kind === 'key-refused' ? undefined : notSent({ kind: 'site-error' });
}

/** Whether the request may go out at all, and with which key. */
async function mayLeave<T>(
  { getToken, hasHostAccess }: Transport,
  { key: kind, signal }: Ask<T>,
): Promise<ApiFailure | { ok: true; key: string | undefined }> {
  try {
    // Asked for together: what is written to the database meanwhile would hold up a key that is read later, and the request with it.
    const [isGranted, key] = await Promise.all([hasHostAccess?.() ?? true, kind === 'none' ? undefined : getToken()]);
    if (!isGranted) return notSent({ kind: 'host-not-granted' });
    if (kind !== 'none' && key === undefined) return notSent({ kind: 'not-signed-in' });
    return signal?.aborted ? notSent({ kind: 'unexpected' }) : { ok: true, key };
  } catch {
    return notSent({ kind: 'unexpected' });
  }
}

function options<T>(ask: Ask<T>, key: string | undefined, signal: AbortSignal): RequestInit {
  return {
    method: ask.method ?? 'GET',
    headers: { Accept: 'application/json', ...(key !== undefined && { Authorization: `Bearer ${key}` }) },
    // The account that is logged in on the site may be another one than the key's.
    credentials: 'omit',
    // A redirect could take the key elsewhere and would turn a POST into a GET. The API has none.
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
    ...(ask.isStreamed && streamedBody()),
  };
}
