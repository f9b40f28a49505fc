import type { WorldAccount } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import type { VaultPageData } from '@/sandbox/site/app/data/page-props.ts';

const PAGE_SIZE = 60;

/** What `/user/vault` shows; undefined for an account that never had a vault and has no subscription (A.1). */
export function vaultPageFor(world: World, account: WorldAccount, page: number): VaultPageData | undefined {
  const row = world.vault.row(account.id);
  const isSubscribed = account.subscriptions.some(({ status }) => status === 'active' || status === 'trialing');
  if (!row && !isSubscribed) return undefined;
  const items = world.vault.items(account.id).toReversed();
  const first = Math.max(0, (page || 1) - 1) * PAGE_SIZE;
  return {
    usedKb: world.vault.usedKb(account.id),
    totalKb: row?.storageKb ?? 0,
    totalItems: items.length,
    items: items.slice(first, first + PAGE_SIZE).map(item => ({
      id: item.id,
      modelId: item.modelId,
      modelVersionId: item.modelVersionId,
      modelName: item.modelName,
      versionName: item.versionName,
      creatorName: item.creatorName,
      type: item.type,
      baseModel: item.baseModel,
      status: item.status,
      addedAt: item.addedAt,
      sizeKb: item.modelSizeKb + item.detailsSizeKb + item.imagesSizeKb,
    })),
  };
}
