import type { Connection } from '@/utils/account/account';
import type { Account } from './account';

/** A private window is logged in by itself, or not at all: what is read with the login of the others is no concern of it. */
export function seenPrivately(connection: Connection): Connection {
  return connection.kind === 'signed-in' && connection.isLogin ? { kind: 'signed-out' } : connection;
}

/** The account as the sender may see it. */
export function accountFor(
  account: Pick<Account, 'connection'>,
  { isPrivate }: { isPrivate: boolean },
): Pick<Account, 'connection'> {
  return isPrivate ? { connection: async () => seenPrivately(await account.connection()) } : account;
}
