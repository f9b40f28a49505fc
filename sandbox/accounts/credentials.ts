import type { WorldAccount } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { SCOPES } from './accounts.ts';

/** The account that asks, and how it proved that. A cookie session may do everything. */
export type Credentials = { account: WorldAccount; scope: number; via: 'key' | 'cookie'; key?: string };

const SESSION_COOKIE = '__Secure-civ-token';

type Asking = {
  host: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  cookies: Record<string, string>;
};

/** The header's second word; the scheme's name is not looked at (site-facts.md F.0). */
function keyOf({ headers, query }: Asking): string | undefined {
  const header = headers.authorization;
  if (header !== undefined) return header.split(' ')[1];
  return query.get('token') ?? undefined;
}

/** The account that is logged in on the request's host. */
export function accountOfCookie(world: World, host: string, cookies: Record<string, string>): WorldAccount | undefined {
  const value = cookies[SESSION_COOKIE];
  return value === undefined ? undefined : world.accounts.findBySession(host, value);
}

/**
 * Follows F.0's order: a key in the header, else `?token=`, else the host's session cookie. A key that is given and wrong,
 * or belongs to a banned account, is the end: cookies are not tried.
 */
export function identify(world: World, asking: Asking): Credentials | undefined {
  const key = keyOf(asking);
  if (key !== undefined && key !== '') {
    const found = world.accounts.findByKey(key);
    return found && found.account.status !== 'banned' ? { ...found, via: 'key', key } : undefined;
  }
  const account = accountOfCookie(world, asking.host, asking.cookies);
  return account && { account, scope: SCOPES.full, via: 'cookie' };
}
