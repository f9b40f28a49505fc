import type { WorldAccount } from '@/sandbox/records.ts';

/**
 * What the server asks the site half for: everything that is not the API's, on all hosts.
 * Of `/api/*` that is `/api/trpc/<procedure>` for procedures that are not `vault.*` (`model.getById`, …), because only the
 * site knows what its pages ask for.
 */
export type SiteRequest = {
  /** Without port, lower case: `civitai.com`, `civitai.red`, `image.civitai.com`, `auth.civitai.com`. */
  host: string;
  /** Undecoded path, starting with `/`. */
  path: string;
  /** With the leading `?`, or empty. */
  search: string;
  cookies: Record<string, string>;
  /** The account that is logged in on this host, by its session cookie. */
  account: WorldAccount | undefined;
};

export type SiteResponse = {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Uint8Array;
};

export type Site = (request: SiteRequest) => Promise<SiteResponse>;
