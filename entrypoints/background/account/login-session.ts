import type { LoginApi } from '@/entrypoints/background/api/login/login-api';
import { type BurstParts, createLoginBursts } from '@/entrypoints/background/api/login/login-burst';
import { notSent } from '@/entrypoints/background/api/result';
import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import { readAccount } from './account-store';
import { isLoginSession } from './token';

/** The reads that a session with the site's login may do; each counts only if its user was logged in before and after. */
export type LoginReads = Pick<LoginApi, 'check' | 'list' | 'vault'>;

/** What the vault of a session needs of the site. */
type SessionApi = Pick<VaultApi, 'check' | 'toggle' | 'carriesStreams' | 'vault' | 'list'>;

/** The user whose login a session reads with; `undefined`: it reads with a key, or is over. */
export async function loginUserOf(session: string): Promise<number | undefined> {
  const account = await readAccount();
  return account?.isLogin && account.session === session ? account.userId : undefined;
}

/** Gives each session its reads; all that ask within a moment for the same one share the questions who is logged in. */
export function createLoginReads(
  api: LoginApi,
  {
    found,
    now,
  }: Pick<BurstParts, 'now'> & { found(session: string, user: Parameters<BurstParts['found']>[0]): Promise<void> },
): (session: string) => LoginReads {
  let last: { session: string; reads: LoginReads } | undefined;
  return session => {
    if (last?.session !== session) last = { session, reads: readsOf(session) };
    return last.reads;
  };

  function readsOf(session: string): LoginReads {
    const inBurst = createLoginBursts({
      siteUser: () => api.siteUser(),
      expectedUser: () => loginUserOf(session),
      found: user => found(session, user),
      now,
    });
    return {
      check: (ids, signal) => inBurst(() => api.check(ids, signal)),
      list: (params, signal) => inBurst(() => api.list(params, signal)),
      vault: signal => inBurst(() => api.vault(signal)),
    };
  }
}

const NEEDS_KEY = notSent({ kind: 'needs-key' });

/**
 * What one session asks: with its key, or with the site's login, never with both. The login can change nothing, and `vault/get` is not
 * asked with it here, because that creates a vault (site-facts.md F.1).
 */
export function createSessionApi(session: string, withKey: SessionApi, withLogin: LoginReads): SessionApi {
  const isLogin = () => isLoginSession(session);
  return {
    check: async (ids, signal) => ((await isLogin()) ? withLogin : withKey).check(ids, signal),
    list: async (params, signal) => ((await isLogin()) ? withLogin : withKey).list(params, signal),
    vault: async signal => ((await isLogin()) ? NEEDS_KEY : withKey.vault(signal)),
    toggle: async (...asked) => ((await isLogin()) ? NEEDS_KEY : withKey.toggle(...asked)),
    carriesStreams: async () => !(await isLogin()) && withKey.carriesStreams(),
  };
}
