import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';

import { createSingleFlight, createSlots } from '@/entrypoints/background/timing/single-flight';
import type { Connection, Snapshot } from '@/utils/account/account';
import { removeFigures, storedSnapshot } from '@/utils/account/snapshot';
import { fail, ok, type Result } from '@/utils/problem';
import { figuresOf, membershipOf } from './account-figures';
import { changeAccount, connectionOf, readAccount, snapshotOf } from './account-store';
import { cleanKey, clearToken, dropForgotten, readToken, storeToken, type Token } from './token';
import { ownerOf, verifyKey } from './verify-key';

export type AccountDeps = {
  /** The API as seen with the key that `getToken` gives. */
  connect: (getToken: () => Promise<string | undefined>) => Pick<VaultApi, 'me' | 'check' | 'vault' | 'list'>;
  /** Epoch ms. */
  now: () => number;
  /** Called just before the key changes or goes: whoever has something in flight has to drop it. */
  endSession: () => void;
  /** Called when what {@link Account.connection} says has changed. */
  connectionChanged: (connection: Connection) => void;
  snapshotChanged: () => void;
};

/** Whose vault it is. Where the browser's own storage fails, these reject; everything else is a value. */
export type Account = {
  /** Checks a pasted key with the site and stores it if it works, with `isBrief` until the browser closes. One that doesn't work leaves the one before in place. */
  signIn: (pasted: string, isBrief?: boolean) => Promise<Result<Connection>>;
  /** Wipes everything that belongs to the account. What is in flight comes to nothing. */
  signOut: () => Promise<void>;
  /** Who is signed in, from storage, without a request. */
  connection: () => Promise<Connection>;
  /** Asks for quota, name and number of items. On failure the last snapshot stays as it is, with its age. */
  refresh: () => Promise<Result<Snapshot>>;
  /** The API answered 401 to this key. Does nothing if another one is stored by now. */
  keyRefused: (key: string) => Promise<void>;
};

/** One for the whole background. */
export function createAccount(deps: AccountDeps): Account {
  /** What is stored changes one change at a time: a database and a snapshot have no transaction in common. */
  const inTurn = createSlots(1);
  const signingIn = createSingleFlight<Result<Connection>>();
  const refreshing = createSingleFlight<Result<Snapshot>>();
  /** Counts sign-ins and sign-outs: of two that overlap, the later one counts. */
  let latest = 0;
  let forgetting: Promise<void> | undefined;

  /** What an earlier run of the browser was to take along is gone before anybody is told anything. */
  async function known(): Promise<StoredAccount | undefined> {
    forgetting ??= inTurn(async () => {
      if (await dropForgotten(await readAccount())) await removeFigures();
    });
    await forgetting.catch(reason => {
      forgetting = undefined;
      throw reason;
    });
    return readAccount();
  }

  async function signInWith(key: string, isBrief: boolean): Promise<Result<Connection>> {
    latest += 1;
    const mine = latest;
    const owner = await verifyKey(deps.connect(async () => key));
    if (!owner.ok) return owner;
    return inTurn(async () => {
      if (mine !== latest) return fail({ kind: 'not-signed-in' });
      await replace(() =>
        storeToken(key, { ...owner.value, membership: 'unknown', refused: false, ...(isBrief && { isBrief }) }),
      );
      const account = await readAccount();
      // The key works and is stored: that there is no room for the figures doesn't undo it.
      if (account) await publish(snapshotOf(account, deps.now())).catch(() => undefined);
      return ok(connectionOf(account));
    });
  }

  async function signOut(): Promise<void> {
    latest += 1;
    await inTurn(() => replace(clearToken));
  }

  /** The snapshot goes first: a worker killed in between leaves a key without figures, never figures without a key. */
  async function replace(change: () => Promise<unknown>): Promise<void> {
    deps.endSession();
    await removeFigures();
    await change();
    deps.snapshotChanged();
    deps.connectionChanged(connectionOf(await readAccount()));
  }

  async function publish(snapshot: Snapshot): Promise<Snapshot> {
    await storedSnapshot.setValue(snapshot);
    deps.snapshotChanged();
    return snapshot;
  }

  async function change(session: string, edit: (known: StoredAccount) => StoredAccount) {
    const changed = await changeAccount(session, edit);
    if (changed?.isNews) deps.connectionChanged(connectionOf(changed.account));
    return changed?.account;
  }

  function markRefused({ session }: Token): Promise<unknown> {
    return change(session, known => ({ ...known, refused: true }));
  }

  async function refreshFor(token: Token): Promise<Result<Snapshot>> {
    const { session } = token;
    const api = deps.connect(async () => (await readToken(session))?.key);
    const [vault, me, page] = await Promise.all([api.vault(), api.me(), api.list({ limit: 1 })]);
    if (!vault.ok) {
      if (vault.problem.kind === 'key-refused') await inTurn(() => markRefused(token));
      return fail(vault.problem);
    }
    // A key limited to the vault has no `/me`; the vault says whose it is all the same.
    const owner = me.ok ? ownerOf(me.value) : vault.value && { userId: vault.value.userId };
    const membership = membershipOf(vault.value);
    return inTurn(async () => {
      const account = await change(session, known => ({ ...known, ...owner, membership, refused: false }));
      if (!account) return fail({ kind: 'not-signed-in' });
      return ok(await publish({ ...snapshotOf(account, deps.now()), ...figuresOf(vault.value, page) }));
    });
  }

  return {
    async signIn(pasted, isBrief = false) {
      const key = cleanKey(pasted);
      if (key) return signingIn(key, () => signInWith(key, isBrief));
      return fail({ kind: pasted.trim() === '' ? 'not-signed-in' : 'key-refused' });
    },
    signOut,
    connection: async () => connectionOf(await known()),
    async refresh() {
      const account = await known();
      const token = await readToken();
      if (token) return refreshing(token.session, () => refreshFor(token));
      return fail({ kind: 'not-signed-in', ...(account?.isForgotten && { isForgotten: true }) });
    },
    async keyRefused(key) {
      const token = await readToken();
      if (token?.key === key) await inTurn(() => markRefused(token));
    },
  };
}
