import type { Me, VaultApi } from '@/entrypoints/background/api/vault-api';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';

import { readVersionId } from '@/utils/civitai/ids';
import { fail, ok, type Result } from '@/utils/problem';

/** Bit of `tokenScope` that lets a key change the vault (site-facts.md H.2). */
const VAULT_WRITE = 16_777_216;

/** Who a key belongs to, as far as it lets us ask. */
export type KeyOwner = Pick<StoredAccount, 'userId' | 'username' | 'tier' | 'canWrite' | 'keyScope'>;

/** What `/me` says, in our words. No tier is `free`; a key that doesn't say what it may do is taken to be allowed. */
export function ownerOf(me: Me): KeyOwner {
  return {
    userId: me.id,
    ...(me.username !== undefined && { username: me.username }),
    tier: me.tier ?? 'free',
    ...(me.tokenScope !== undefined && { keyScope: me.tokenScope }),
    canWrite: me.tokenScope === undefined || (me.tokenScope & VAULT_WRITE) !== 0,
  };
}

/**
 * Proves that a key works. Where `/me` refuses it, it may still be one limited to the vault: then a check of any valid id, which
 * changes nothing, is the proof, and whose key it is stays unknown.
 */
export async function verifyKey(api: Pick<VaultApi, 'me' | 'check'>): Promise<Result<KeyOwner>> {
  const me = await api.me();
  if (me.ok) return ok(ownerOf(me.value));
  if (me.problem.kind !== 'key-refused' && me.problem.kind !== 'blocked') return fail(me.problem);
  const anyId = readVersionId('1');
  const proof = await api.check(anyId === undefined ? [] : [anyId]);
  return proof.ok ? ok({ canWrite: true }) : fail(proof.problem);
}
