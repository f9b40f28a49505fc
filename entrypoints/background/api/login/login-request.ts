import type * as z from 'zod/mini';
import { problemOfBreak, readResponse, type Surroundings } from '@/entrypoints/background/api/read-response';
import { type ApiFailure, type ApiResult, notSent } from '@/entrypoints/background/api/result';
import type { ListParams } from '@/entrypoints/background/api/vault-api';

/**
 * All that the site's own login is ever used for: four reads at fixed addresses (site-facts.md F.0, H.5). There is no other method, no
 * other host, and no key: neither a header nor a parameter can carry one.
 */
const READS = {
  session: 'https://civitai.com/api/auth/session',
  list: 'https://civitai.com/api/v1/vault/all',
  check: 'https://civitai.com/api/v1/vault/check-vault',
  vault: 'https://civitai.com/api/v1/vault/get',
} as const;

/** Chrome ends a worker whose fetch takes longer than 30 s to answer. */
const TIMEOUT_MS = 20_000;

/** What the requests are made with. Everything from outside is a parameter, so that tests can replace it. */
export type LoginTransport = Surroundings & {
  /** The browser's own where left out. */
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
  /** False where the browser's user withheld the site from the extension (Firefox). */
  hasHostAccess?: () => Promise<boolean>;
};

/** One of the four reads, and what it may be asked with. */
type Question =
  | { read: 'session' | 'vault' }
  | { read: 'list'; query: ListParams }
  | { read: 'check'; query: { modelVersionIds: string } };

type LoginAsk<T> = Question & { schema: z.ZodMiniType<T>; signal?: AbortSignal | undefined };

/**
 * Sends one read with the site's cookies, once, and reads its answer. Never rejects. An answer that turns the login away, or that is a
 * page instead of data, is `login-refused`.
 */
export async function requestWithLogin<T>(transport: LoginTransport, ask: LoginAsk<T>): Promise<ApiResult<T>> {
  const { fetch = globalThis.fetch } = transport;
  if (transport.hasHostAccess && !(await transport.hasHostAccess().catch(() => false)))
    return notSent({ kind: 'host-not-granted' });
  if (ask.signal?.aborted) return notSent({ kind: 'unexpected' });
  const timeout = AbortSignal.timeout(transport.timeoutMs ?? TIMEOUT_MS);
  const signal = ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout;
  const response = await fetch(addressOf(ask), {
    method: 'GET',
    headers: { Accept: 'application/json' },
    credentials: 'include',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  }).catch(() => undefined);
  if (!response) return { ok: false, problem: problemOfBreak(transport, ask, timeout, 'site-error'), sent: 'maybe' };
  const answer = await readResponse(transport, ask, timeout, response);
  return answer.ok || !isRefusal(answer, response) ? answer : { ...answer, problem: { kind: 'login-refused' } };
}

function addressOf(ask: Question): string {
  if (!('query' in ask)) return READS[ask.read];
  const query = new URLSearchParams(Object.entries(ask.query).map(([name, value]) => [name, String(value)]));
  return `${READS[ask.read]}?${query.toString().replaceAll('+', '%20')}`;
}

/** The protection in front of the site, or the site itself, doesn't take the login from an extension. */
function isRefusal({ problem }: ApiFailure, { status, headers }: Response): boolean {
  if (problem.kind === 'key-refused' || problem.kind === 'blocked') return true;
  return status < 400 && headers.get('content-type')?.startsWith('text/html') === true;
}
