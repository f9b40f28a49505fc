import type { ApiResult } from '@/entrypoints/background/api/result';
import type { Vault, VaultPage } from '@/entrypoints/background/api/vault-api';
import type { Membership, Snapshot } from '@/utils/account/account';
import type { FreeSpace } from '@/utils/messages/protocol';
import { fail, ok, type Problem, type Result } from '@/utils/problem';

/** A vault with storage is a member's; one without is left over from a membership that ended (site-facts.md F.1). */
export function membershipOf(vault: Vault | null): Membership {
  if (!vault) return 'never';
  return vault.storageKb > 0 ? 'member' : 'lapsed';
}

/** Quota and number of items, as far as they were answered: an old number never stands beside a new quota. */
export function figuresOf(
  vault: Vault | null,
  page: ApiResult<VaultPage>,
): Pick<Snapshot, 'quota' | 'itemCount' | 'countProblem'> {
  return {
    ...(vault && {
      quota: { usedKb: vault.usedStorageKb, totalKb: vault.storageKb, updatedAt: vault.updatedAt },
    }),
    ...(page.ok ? { itemCount: page.value.totalItems } : { countProblem: page.problem }),
  };
}

/** The free space in fresh figures. A vault over its limit has none; an account without a vault gets the reason as a problem. */
export async function readFreeSpace(
  refresh: () => Promise<Result<Snapshot>>,
  listProblem?: Problem,
): Promise<Result<FreeSpace>> {
  const snapshot = await refresh();
  if (!snapshot.ok) return snapshot;
  const { quota, asOf, membership, isLogin } = snapshot.value;
  if (isLogin) return fail({ kind: 'needs-key' });
  if (!quota) return fail({ kind: membership === 'lapsed' ? 'lapsed' : 'no-vault' });
  return ok({ freeKb: Math.max(0, quota.totalKb - quota.usedKb), asOf, ...(listProblem && { listProblem }) });
}
