import type { ApiResult } from '@/entrypoints/background/api/result';
import type { Vault, VaultPage } from '@/entrypoints/background/api/vault-item';
import type { Membership, Snapshot } from '@/utils/account/account';

/** A vault with room is a member's, one without is what a lapsed membership leaves behind (site-facts.md F.1). */
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
