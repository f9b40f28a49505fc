import type { Me, VaultApi } from '@/entrypoints/background/api/vault-api';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';

import { VAULT_WRITE } from '@/utils/account/key-reach';
import { readVersionId } from '@/utils/civitai/ids';
import { fail, ok, type Result } from '@/utils/problem';

/** Who a key belongs to, as far as the key may ask. */
export type KeyOwner = Pick<StoredAccount, 'userId' | 'username' | 'tier' | 'canWrite' | 'keyScope'>;

/** The owner that `/me` names. No tier is `free`; a key whose permissions are not named counts as allowed to write. */
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
 * Proves that a key works. A key that `/me` refuses may still be one limited to the vault. Then a check of any valid id, which
 * changes nothing, is the proof, and the owner stays unknown.
 */
export async function verifyKey(api: Pick<VaultApi, 'me' | 'check'>): Promise<Result<KeyOwner>> {
  const me = await api.me();
  if (me.ok) return ok(ownerOf(me.value));
  if (me.problem.kind !== 'key-refused' && me.problem.kind !== 'blocked') return fail(me.problem);
  const anyId = readVersionId('1');
  const proof = await api.check(anyId === undefined ? [] : [anyId]);
  return proof.ok ? ok({ canWrite: true }) : fail(proof.problem);
}
