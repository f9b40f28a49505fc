import type { Transport } from '@/entrypoints/background/api/request';

export const KEY = '0123456789abcdef0123456789abcdef';
export const NOW = Date.parse('2026-11-22T12:00:00Z');

type Sent = { url: string; init: RequestInit };
export type FakeFetch = typeof globalThis.fetch & { sent: Sent[] };

/** A `fetch` that records what it was called with and answers what `respond` says. Like the real one it obeys its signal. */
export function createFakeFetch(respond: (url: URL, init: RequestInit) => Response | Promise<Response>): FakeFetch {
  const sent: Sent[] = [];
  const fake = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    sent.push({ url, init });
    const aborted = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true });
    });
    return Promise.race([respond(new URL(url), init), aborted]);
  };
  return Object.assign(fake, { sent });
}

/** An answer with a JSON body. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** An answer with an HTML body, as a page from the protection in front of the site. */
export function html(status: number, headers: Record<string, string> = {}): Response {
  return new Response('<!doctype html><title>Just a moment</title>', { status, headers });
}

/** Never comes. */
export function never(): Promise<Response> {
  return new Promise(() => {});
}

/** What everything is sent with in tests. */
export function createTransport(fetch: FakeFetch, changes: Partial<Transport> = {}): Transport {
  return { fetch, getToken: async () => KEY, now: () => NOW, ...changes };
}
