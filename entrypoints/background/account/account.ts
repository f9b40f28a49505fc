import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';
import { createSingleFlight, createSlots } from '@/entrypoints/background/timing/single-flight';
import type { Connection, Snapshot } from '@/utils/account/account';
import { findKeys } from '@/utils/account/find-keys';
import { removeFigures } from '@/utils/account/snapshot';
import { isOlderThan } from '@/utils/age';
import { fail, ok, type Result } from '@/utils/problem';
import { connectionOf, readAccount, snapshotOf } from './account-store';
import { beginLogin, createLoginWatch, type LoginParts, type LoginWatch, refreshLogin } from './login';
import { type AccountParts, changeUsage, markRefused, publish, refreshFor, type Shared } from './refresh-account';
import { discardStore, replaceAccountBy } from './replace-account';
import { clearToken, dropForgotten, readToken, storeToken } from './token';
import { type KeyOwner, verifyKey } from './verify-key';

/** The site may have been wrong for longer than a moment. */
const TRY_REFUSED_AFTER_MS = 5 * 60_000;

/** Whose vault it is. Where the browser's own storage fails, these reject; everything else is a value. */
export type Account = LoginWatch & {
  /**
   * Checks a pasted key with the site and stores it if it works, with `isBrief` until the browser closes. A key that doesn't work leaves
   * the one before in place.
   */
  signIn: (pasted: string, isBrief?: boolean) => Promise<Result<Connection>>;
  /** Begins to read the vault with the site's own login; only after a click. A key that is there stays. */
  showWithLogin: () => Promise<Result<Connection>>;
  /** Wipes everything that belongs to the account. What is in flight comes to nothing. */
  signOut: () => Promise<void>;
  /** Begins with a new store, if the one that is there is damaged or of a newer release. */
  startAfresh: () => Promise<void>;
  /** Who is signed in, from storage, without a request. */
  connection: () => Promise<Connection>;
  /** Asks for quota, name and number of items. On failure the last snapshot stays as it is, with its age. */
  refresh: () => Promise<Result<Snapshot>>;
  /** A request of Vaulted's own was answered, or lost: keeps the figures true to it. Never rejects. */
  usageChanged: (session: string, sentAt: number, kb?: number) => void;
  /** A tab is in front: a key that was refused is tried again, at most every five minutes. */
  recover: () => Promise<void>;
  /** The API refuses this key. Does nothing if another key is stored by now. */
  keyRefused: (key: string) => Promise<void>;
};

/** One for the whole background. */
export function createAccount({ login, ...parts }: AccountParts & { login: LoginParts }): Account {
  const shared: Shared = { ...parts, inTurn: createSlots(1), changes: 0 };
  const signingIn = createSingleFlight<Result<Connection>>();
  const refreshing = createSingleFlight<Result<Snapshot>>();
  const readKnown = createForgetfulRead(shared);
  const begin = createSuccession();
  let triedAt = 0;
  const refresh: Account['refresh'] = async () => {
    const account = await readKnown();
    const token = await readToken();
    if (token) return refreshing(token.session, () => refreshFor(shared, token));
    if (account?.isLogin) return refreshing(account.session, () => refreshLogin(shared, login, account.session));
    return fail({ kind: 'not-signed-in', ...(account?.isForgotten && { isForgotten: true }) });
  };
  return {
    async signIn(pasted, isBrief = false) {
      const [key, ...others] = findKeys(pasted);
      if (pasted.trim() === '') return fail({ kind: 'not-signed-in' });
      // The page has the user choose one of several.
      if (!key || others.length > 0) return fail({ kind: 'key-refused' });
      return signingIn(key, () => signInWith(shared, key, isBrief, begin()));
    },
    showWithLogin: () => signingIn('', () => beginLogin(shared, login, begin())),
    ...createLoginWatch(shared, login),
    async signOut() {
      begin();
      await shared.inTurn(() => replaceAccountBy(shared, clearToken));
    },
    async startAfresh() {
      begin();
      await shared.inTurn(() => discardStore(shared));
    },
    connection: async () => connectionOf(await readKnown()),
    refresh,
    usageChanged: (...change) => void changeUsage(shared, ...change).catch(() => undefined),
    async recover() {
      const { refused } = (await readKnown()) ?? {};
      if (!refused || !isOlderThan(TRY_REFUSED_AFTER_MS, triedAt, parts.now())) return;
      triedAt = parts.now();
      await refresh();
    },
    async keyRefused(key) {
      const token = await readToken();
      if (token?.key === key) await shared.inTurn(() => markRefused(shared, token));
    },
  };
}

/** Of sign-ins and sign-outs that overlap, the later one counts: each begins with a call, whose result says whether it is still the last. */
function createSuccession(): () => () => boolean {
  let latest = 0;
  return () => {
    latest += 1;
    const mine = latest;
    return () => mine === latest;
  };
}

/** Reads the account, once what an earlier run of the browser had to forget is gone. */
function createForgetfulRead({ inTurn }: Shared): () => Promise<StoredAccount | undefined> {
  let forgetting: Promise<void> | undefined;
  return async () => {
    forgetting ??= inTurn(async () => {
      if (await dropForgotten(await readAccount())) await removeFigures();
    });
    await forgetting.catch(reason => {
      forgetting = undefined;
      throw reason;
    });
    return readAccount();
  };
}

/** A key that the user has just pasted is in no vault's way: one refusal is enough. */
const TRIAL = { onKeyRefused: undefined };

async function signInWith(
  shared: Shared,
  key: string,
  isBrief: boolean,
  isLatest: () => boolean,
): Promise<Result<Connection>> {
  const api = shared.connect(async () => key, TRIAL);
  const owner = await verifyKey(api);
  if (!owner.ok) return owner;
  const named = await nameOwner(api, owner.value);
  return shared.inTurn(async () => {
    if (!isLatest()) return fail({ kind: 'not-signed-in' });
    await replaceAccountBy(shared, () =>
      storeToken(key, { ...named, membership: 'unknown', refused: false, ...(isBrief && { isBrief }) }),
    );
    const account = await readAccount();
    // The key works and is stored: figures that find no space don't undo that.
    if (account) await publish(shared, snapshotOf(account, shared.now())).catch(() => undefined);
    return ok(connectionOf(account));
  });
}

/** A key limited to the vault doesn't say whose it is: the vault does. Only that lets a key go on where the site's login began. */
async function nameOwner(api: Pick<VaultApi, 'vault'>, owner: KeyOwner): Promise<KeyOwner> {
  if (owner.userId !== undefined || !(await readAccount())?.isLogin) return owner;
  const vault = await api.vault();
  return vault.ok && vault.value ? { ...owner, userId: vault.value.userId } : owner;
}
