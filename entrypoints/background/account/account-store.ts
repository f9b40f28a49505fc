import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { ONLY, type StoredAccount } from '@/entrypoints/background/storage/schema';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';
import type { Connection, Snapshot } from '@/utils/account/account';

/** The account that is signed in, as last answered. */
export async function readAccount(): Promise<StoredAccount | undefined> {
  return (await openVaultDatabase()).get('account', ONLY);
}

/** Changes the account of `session`. `isNews`: pages have to hear of it. `undefined`: the session is over, nothing was changed. */
export async function changeAccount(
  session: string,
  edit: (known: StoredAccount) => StoredAccount,
): Promise<{ account: StoredAccount; isNews: boolean } | undefined> {
  const written = await writeInSession(session, async transaction => {
    const store = transaction.objectStore('account');
    const known = await store.get(ONLY);
    if (!known) return undefined;
    const account = edit(known);
    await store.put(account, ONLY);
    return { account, isNews: JSON.stringify(connectionOf(account)) !== JSON.stringify(connectionOf(known)) };
  });
  return written?.value;
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
  return { ...shown, asOf };
}
