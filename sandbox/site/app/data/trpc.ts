import { parse } from 'devalue';
import { reviveDates } from './superjson.ts';

/** Asks one tRPC query. The answer may be superjson or a devalue string (site-facts.md B.6); throws the error's code. */
export async function askTrpc<T>(procedure: string, input: object): Promise<T> {
  const response = await fetch(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`);
  return readAnswer<T>(response);
}

/** Sends one tRPC mutation; mutations are never batched (site-facts.md B.3). */
export async function mutateTrpc<T>(procedure: string, input: object): Promise<T> {
  const response = await fetch(`/api/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  });
  return readAnswer<T>(response);
}

async function readAnswer<T>(response: Response): Promise<T> {
  const answer = await response.json();
  if (!response.ok || answer.error) throw new Error(answer.error?.json?.data?.code ?? `HTTP_${response.status}`);
  return decodePayload<T>(answer.result.data);
}

/** Reads a payload in either encoding. */
export function decodePayload<T>(data: unknown): T {
  if (typeof data === 'string') return parse(data);
  return reviveDates<T>(data);
}
