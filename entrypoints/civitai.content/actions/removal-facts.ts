import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Availability } from '@/utils/vault/version-availability';

/** What has to be known of a version before it may be removed. Absent: neither site nor vault say it, and the page's words stand. */
export type RemovalFacts = {
  availability?: Availability;
  modelName?: string;
  versionName?: string;
  sizeKb?: number;
  /** Civitai, or the vault, says that the version is of another model than the page does: then the page is not believed. */
  isOtherModel: boolean;
};

/**
 * Asks what is about to be removed. A page's words may be planted (a link in a comment, data for another model): the site's come first.
 * Of what the site no longer has, the vault kept the names. Never rejects.
 */
export async function readRemovalFacts(
  client: Pick<Client, 'versionAvailability' | 'itemNames'>,
  versionId: VersionId,
  modelIdOnPage: ModelId | undefined,
): Promise<RemovalFacts> {
  const [onSite, inVault] = await Promise.all([client.versionAvailability(versionId), client.itemNames(versionId)]);
  const lookedUp = onSite.ok ? onSite.value : undefined;
  const names = inVault.ok ? inVault.value : {};
  const modelName = lookedUp?.modelName || names.modelName;
  // A version that is gone has no model there any more; the vault knows which it had.
  const modelId = lookedUp?.modelId ?? names.modelId;
  const versionName = lookedUp?.versionName || names.versionName;
  return {
    ...(lookedUp && { availability: lookedUp.availability }),
    ...(modelName && { modelName }),
    ...(versionName && { versionName }),
    ...(lookedUp?.sizeKb !== undefined && { sizeKb: lookedUp.sizeKb }),
    isOtherModel: modelId !== undefined && modelIdOnPage !== undefined && modelId !== modelIdOnPage,
  };
}
