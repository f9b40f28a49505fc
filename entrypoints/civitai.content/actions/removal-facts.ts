import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Availability } from '@/utils/vault/version-availability';

/** What has to be certain of a version before it may be removed; absent: nobody knows, and the page's own word stands. */
export type RemovalFacts = {
  availability?: Availability;
  modelName?: string;
  versionName?: string;
  /** Civitai, or the vault, says that it is of another model than the one that the page speaks of: then the page is not to be believed. */
  isAnother: boolean;
};

/**
 * Asks what is about to be removed. The page's own words may be anybody's (a link in a comment, data that are for another model),
 * so the site's come first; of what the site no longer has, the vault kept the names. Never rejects.
 */
export async function readRemovalFacts(
  client: Pick<Client, 'versionAvailability' | 'itemNames'>,
  versionId: VersionId,
  spokenOf: ModelId | undefined,
): Promise<RemovalFacts> {
  const [offered, kept] = await Promise.all([client.versionAvailability(versionId), client.itemNames(versionId)]);
  const offer = offered.ok ? offered.value : undefined;
  const own = kept.ok ? kept.value : {};
  const modelName = offer?.modelName || own.modelName;
  // A version that is gone has no model there any more; the vault knows which it had.
  const modelId = offer?.modelId ?? own.modelId;
  const versionName = offer?.versionName || own.versionName;
  return {
    ...(offer && { availability: offer.availability }),
    ...(modelName && { modelName }),
    ...(versionName && { versionName }),
    isAnother: modelId !== undefined && spokenOf !== undefined && modelId !== spokenOf,
  };
}
