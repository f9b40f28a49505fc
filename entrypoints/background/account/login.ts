import type { LoginApi } from '@/entrypoints/background/api/login/login-api';
import type { SiteUser } from '@/entrypoints/background/api/schemas/user-schemas';
import type { Connection, Snapshot } from '@/utils/account/account';
import { isOlderThan } from '@/utils/age';
import { fail, ok, type Problem, type Result } from '@/utils/problem';
import { changeAccount, connectionOf, readAccount, snapshotOf } from './account-store';
import { figuresOf, membershipOf } from './figures';
import { type LoginReads, loginUserOf } from './login-session';
import { publish, type Shared } from './refresh-account';
import { replaceAccountBy } from './replace-account';
import { clearToken, readToken, storeLogin } from './token';

/** A log-out is believed once the site has said it twice, so far apart: one of its servers may be wrong for a moment. */
export const CONFIRM_AFTER_MS = 10_000;

/** Every page that comes to the front asks who is logged in. */
const CONFIRM_AT_MOST_MS = 5_000;

/** What the site's own login needs of the rest of the background. */
export type LoginParts = {
  api: LoginApi;
  readsOf(session: string): LoginReads;
  /** Has `confirm` called after {@link CONFIRM_AFTER_MS}, also by a later worker; `false`: no more. */
  confirmLater(isDue: boolean): void;
};

const CHANGED: Problem = { kind: 'login-changed' };

/**
 * Begins to read the vault of the user who is logged in on civitai.com: read only, and only after a click. Where the site turns the login
 * away, or the worker gets no cookies, nothing is stored. A key that is there stays.
 */
export async function beginLogin(
  shared: Shared,
  { api }: Pick<LoginParts, 'api'>,
  isLatest: () => boolean,
): Promise<Result<Connection>> {
  const before = await api.siteUser();
  if (!before.ok) return before;
  if (!before.value) return fail(CHANGED);
  const user = before.value;
  const page = await api.list({ limit: 1 });
  const after = await api.siteUser();
  if (!after.ok) return after;
  if (after.value?.userId !== user.userId) return fail(CHANGED);
  if (!page.ok) return page;
  return shared.inTurn(async () => {
    if (!isLatest()) return fail({ kind: 'not-signed-in' });
    const known = await readAccount();
    const isShown = known?.isLogin && known.userId === user.userId;
    if (isShown || (await readToken())) return ok(connectionOf(known));
    await replaceAccountBy(shared, () => storeLogin(user));
    const account = await readAccount();
    if (account)
      await publish(shared, { ...snapshotOf(account, shared.now()), ...figuresOf(null, page) }).catch(() => {});
    return ok(connectionOf(account));
  });
}

/** Counts the items and, once one has shown that there is a vault, asks for its quota: that request would create one (site-facts.md F.1). */
export async function refreshLogin(shared: Shared, parts: LoginParts, session: string): Promise<Result<Snapshot>> {
  const reads = parts.readsOf(session);
  const page = await reads.list({ limit: 1 });
  if (!page.ok) return page;
  const answer = page.value.totalItems > 0 ? await reads.vault() : undefined;
  const vault = answer?.ok ? answer.value : null;
  if (vault && vault.userId !== (await loginUserOf(session))) return fail(CHANGED);
  return shared.inTurn(async () => {
    const membership = vault ? membershipOf(vault) : 'unknown';
    const changed = await changeAccount(session, known => ({ ...known, membership }));
    if (!changed) return fail({ kind: 'not-signed-in' });
    if (changed.isNews) shared.connectionChanged(connectionOf(changed.account));
    return ok(await publish(shared, { ...snapshotOf(changed.account, shared.now()), ...figuresOf(vault, page) }));
  });
}

/** Keeps a session with the site's login true to who is logged in. */
export type LoginWatch = {
  /** Asks who is logged in on the site, if the vault is read with that login; at most every five seconds unless it `isDue`: a sooner call waits. */
  confirmLogin: (isDue?: boolean) => Promise<void>;
  /** The site has named the user who is logged in, while `session` reads with the login. */
  foundUser: (session: string, user: SiteUser | null) => Promise<void>;
};

/** One for the account. */
export function createLoginWatch(shared: Shared, parts: LoginParts): LoginWatch {
  let confirmedAt = 0;
  let isWaiting = false;
  const confirm = async (): Promise<void> => {
    isWaiting = false;
    confirmedAt = shared.now();
    await confirmLogin(shared, parts);
  };
  return {
    async confirmLogin(isDue = false) {
      if (isDue || isOlderThan(CONFIRM_AT_MOST_MS, confirmedAt, shared.now())) return confirm();
      // What changed within these seconds would go unnoticed.
      if (!isWaiting) setTimeout(() => void confirm().catch(() => undefined), CONFIRM_AT_MOST_MS);
      isWaiting = true;
    },
    foundUser: (session, user) => foundUser(shared, parts, session, user),
  };
}

/** Takes over who is logged in now, as the site says. Another user is another account; none, said twice, is a sign-out. */
async function foundUser(shared: Shared, parts: LoginParts, session: string, user: SiteUser | null) {
  await shared.inTurn(async () => {
    const account = await readAccount();
    if (!account?.isLogin || account.session !== session) return;
    if (user?.userId === account.userId) return settleLogOut(parts, session, account.loggedOutAt);
    if (user) return replaceAccountBy(shared, () => storeLogin(user)).then(() => parts.confirmLater(false));
    const now = shared.now();
    if (account.loggedOutAt === undefined) await changeAccount(session, known => ({ ...known, loggedOutAt: now }));
    else if (isOlderThan(CONFIRM_AFTER_MS, account.loggedOutAt, now)) {
      await replaceAccountBy(shared, clearToken);
      return parts.confirmLater(false);
    }
    parts.confirmLater(true);
  });
}

async function settleLogOut(parts: LoginParts, session: string, loggedOutAt: number | undefined): Promise<void> {
  if (loggedOutAt === undefined) return;
  await changeAccount(session, ({ loggedOutAt: _, ...known }) => known);
  parts.confirmLater(false);
}

/** Asks once who is logged in, if the login is what the vault is read with. */
async function confirmLogin(shared: Shared, parts: LoginParts): Promise<void> {
  const account = await readAccount();
  if (!account?.isLogin) return parts.confirmLater(false);
  const answer = await parts.api.siteUser();
  if (answer.ok) await foundUser(shared, parts, account.session, answer.value);
  else if (account.loggedOutAt !== undefined) parts.confirmLater(true);
}
