import type { Credentials } from '@/sandbox/accounts/credentials.ts';
import type { Endpoint } from '@/sandbox/http/endpoint.ts';
import type { World } from '@/sandbox/sandbox.ts';

/** A request as the API's handlers see it. */
export type ApiRequest = {
  method: string;
  /** Without port, lower case. */
  host: string;
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  cookies: Record<string, string>;
  body: string;
};

export type ApiAnswer = {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; nothing is sent when neither is given. */
  json?: unknown;
  text?: string;
};

export type ApiContext = {
  world: World;
  request: ApiRequest;
  /** The path's variable part, undecoded: an id, or a procedure's name. */
  pathId: string;
  credentials: Credentials | undefined;
  /** Waits for what lies between a toggle's look and its write. */
  beforeWrite(): Promise<void>;
  /** Tells the request log what was committed. */
  committed(what: 'add' | 'remove'): void;
};

type Handler = (context: ApiContext) => ApiAnswer | Promise<ApiAnswer>;

/**
 * How a route treats methods, CORS and credentials (site-facts.md F.0, G). `authed` needs an account and answers OPTIONS, `mixed`
 * looks at the method first, `public` allows every origin, `plain` does none of it.
 */
type RouteKind = 'authed' | 'mixed' | 'public' | 'plain';

export type Route = {
  endpoint: Endpoint;
  /** Its first group, if any, is `pathId`. */
  path: RegExp;
  kind: RouteKind;
  methods: string[];
  handle: Handler;
  /** Ids that the request names, for faults and the request log; not validated. */
  namedVersions(request: ApiRequest, pathId: string): number[];
  namedModels?(request: ApiRequest, pathId: string): number[];
};

/** A query parameter as Next hands it over: absent, one text, or a list where the key is repeated. */
export function queryValue(query: URLSearchParams, name: string): string | string[] | undefined {
  const values = query.getAll(name);
  return values.length > 1 ? values : values[0];
}

/** Numbers in comma lists and repeated keys, for the request log. */
export function numbersIn(query: URLSearchParams, name: string): number[] {
  const parts = query.getAll(name).flatMap(value => value.split(','));
  return parts
    .filter(part => part.trim() !== '')
    .map(Number)
    .filter(Number.isFinite);
}
