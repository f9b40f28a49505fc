import type { ApiRequest, Route } from '@/sandbox/api/handler.ts';
import { findRoute } from '@/sandbox/api/routes.ts';
import type { Message } from './wire.ts';

const MAX_BODY_BYTES = 1_048_576;

/** A request read from the wire, and the API route it is for; without one it is the site's. */
export type Incoming = {
  request: ApiRequest;
  search: string;
  target: { route: Route; pathId: string } | undefined;
  protocol: string;
};

async function readBody(message: Message): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    // Read to its end: the error has to find the connection open.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) throw new Error('The request body is too large');
  return Buffer.concat(chunks).toString('utf8');
}

function readCookies(header: string | undefined): Record<string, string> {
  const pairs = (header ?? '').split(';').map(pair => pair.trim().split('='));
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name, ...rest]) => [name, rest.join('=')]));
}

/** HTTP/2 names the host otherwise. */
function readHeaders({ headers }: Message): Record<string, string | undefined> {
  const all = { ...headers, host: headers.host ?? headers[':authority'] };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

/** Reads a request whole. */
export async function readIncoming(message: Message): Promise<Incoming> {
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark);
  const headers = readHeaders(message);
  const request: ApiRequest = {
    method: message.method ?? 'GET',
    host: (headers.host ?? 'civitai.com').replace(/:\d+$/, '').toLowerCase(),
    path,
    query: new URLSearchParams(search),
    headers,
    cookies: readCookies(headers.cookie),
    body: await readBody(message),
  };
  return { request, search, target: findRoute(path), protocol: message.httpVersion };
}
