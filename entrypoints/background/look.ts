import type { VersionId } from '@/utils/ids';
import type { Look } from '@/utils/protocol';
import type { Account } from './account';
import type { VaultEngine } from './vault/engine';

/** Answers a page: who is signed in, and what the vault says of its versions. Without a key nothing is asked. */
export async function look(account: Account, engine: VaultEngine, versionIds: readonly VersionId[]): Promise<Look> {
  const before = await account.connection();
  if (before.kind !== 'signed-in' || versionIds.length === 0) return { connection: before, facts: [] };
  const looked = await engine.look(versionIds);
  const connection = await account.connection();
  // A sign-out or another key in between: these facts are of a vault that is not this one.
  const isSame = connection.kind === 'signed-in' && connection.session === before.session;
  return isSame ? { connection, ...looked } : { connection, facts: [] };
}
