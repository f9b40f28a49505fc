import { ONLY, type StoredAccount, type WholeTransaction } from '@/entrypoints/background/storage/schema';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';
import { changeSmallStore, readSmallStore, withDatabase } from '@/entrypoints/background/storage/small-store';
import { storageProblem } from '@/entrypoints/background/storage/verdict';
import type { Connection, Snapshot } from '@/utils/account/account';

/** The account that is signed in, as last answered. */
export async function readAccount(): Promise<StoredAccount | undefined> {
  return withDatabase(
    database => database.get('account', ONLY),
    async () => (await readSmallStore()).account,
  );
}

/** Changes the account of `session`. `isNews`: pages have to hear of it. `undefined`: the session is over, nothing was changed. */
export async function changeAccount(
  session: string,
  edit: (known: StoredAccount) => StoredAccount,
): Promise<{ account: StoredAccount; isNews: boolean } | undefined> {
  const change = (known: StoredAccount) => {
    const account = edit(known);
    return { account, isNews: JSON.stringify(connectionOf(account)) !== JSON.stringify(connectionOf(known)) };
  };
  const write = async (transaction: WholeTransaction) => {
    const store = transaction.objectStore('account');
    const known = await store.get(ONLY);
    const changed = known && change(known);
    if (changed) await store.put(changed.account, ONLY);
    return changed;
  };
  return withDatabase(
    async () => (await writeInSession(session, write))?.value,
    () =>
      changeSmallStore(small => {
        const changed = small.account?.session === session ? change(small.account) : undefined;
        return { next: changed ? { ...small, account: changed.account } : small, value: changed };
      }),
  );
}

/** What pages may know of the account. */
export function connectionOf(account: StoredAccount | undefined): Connection {
  if (!account) return { kind: 'signed-out' };
  if (account.isForgotten) return { kind: 'signed-out', isForgotten: true };
  if (account.refused) return { kind: 'key-refused' };
  const { session, userId, username, tier, membership, canWrite, isLogin } = account;
  return {
    kind: 'signed-in',
    session,
    ...(userId !== undefined && { userId }),
    ...(username !== undefined && { username }),
    ...(tier !== undefined && { tier }),
    membership,
    canWrite,
    ...(isLogin && { isLogin }),
  };
}

/** The connection if its account may use the vault now. */
export function signedInOf(connection: Connection): Extract<Connection, { kind: 'signed-in' }> | undefined {
  return connection.kind === 'signed-in' ? connection : undefined;
}

/** What the popup shows of the account, still without figures. `asOf` is epoch ms. */
export function snapshotOf(account: StoredAccount, asOf: number): Snapshot {
  const { userId: _, refused: __, loggedOutAt: ___, ...shown } = account;
  return { ...shown, asOf, ...(storageProblem()?.kind === 'storage-brief' && { hasNoList: true }) };
}
