import * as z from 'zod/mini';
import type { Problem } from '@/utils/problem';
import { failureOfAnswer } from './failure';
import { readBody } from './read-body';
import type { ApiResult } from './result';

/** What it takes to tell why a request broke. */
export type Surroundings = {
  /** Epoch ms. */
  now: () => number;
  /** False while the browser believes that there is no network. It says why a request broke, never whether it was carried out. */
  isOnline?: () => boolean;
};

/** What was asked, as far as its answer goes. */
export type Asked<T> = { schema: z.ZodMiniType<T>; method?: 'GET' | 'POST'; signal?: AbortSignal | undefined };

/** Why it broke. The browser's belief that there is no network is no proof that nothing was sent. */
export function problemOfBreak<T>(
  { isOnline }: Surroundings,
  asked: Pick<Asked<T>, 'signal'>,
  timeout: AbortSignal,
  otherwise: 'site-error' | 'unreadable',
): Problem {
  if (asked.signal?.aborted) return { kind: 'unexpected' };
  if (timeout.aborted) return { kind: 'timed-out' };
  return { kind: (isOnline?.() ?? true) ? otherwise : 'offline' };
}

/** Reads an answer by its schema. Never rejects. */
export async function readResponse<T>(
  around: Surroundings,
  asked: Asked<T>,
  timeout: AbortSignal,
  response: Response,
): Promise<ApiResult<T>> {
  const { status, headers } = response;
  const body = await readBody(response);
  if (!response.ok) {
    return failureOfAnswer({ status, headers, body: body.json, changes: asked.method === 'POST' }, around.now());
  }
  if (body.isOversized) return { ok: false, problem: { kind: 'oversized' }, sent: 'maybe', status };
  if (body.isCut) {
    return { ok: false, problem: problemOfBreak(around, asked, timeout, 'unreadable'), sent: 'maybe', status };
  }
  const read = z.safeParse(asked.schema, body.json);
  return read.success
    ? { ok: true, value: read.data }
    : { ok: false, problem: { kind: 'unreadable' }, sent: 'maybe', status };
}
