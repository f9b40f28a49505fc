import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { WhyElsewhere } from '@/utils/messages/own-ground';
import type { Availability } from '@/utils/vault/version-availability';

/** What has to be known of a version before it may be removed. Absent: neither site nor vault say it, and the page's words stand. */
export type RemovalFacts = {
  availability?: Availability;
  modelName?: string;
  versionName?: string;
  sizeKb?: number;
  /** Civitai, or the vault, says that the version is of another model than the page does: then the page is not believed. */
  isOtherModel: boolean;
  /** No confirmation in the page would be enough: the user is asked on the extension's own ground at once. */
  elsewhere?: WhyElsewhere;
};

/** The version that the user wants to remove, of the vault of that sign-in; `modelId`: which model's it is, as the page says. */
type Asked = { session: string; versionId: VersionId; modelId: ModelId | undefined };

/**
 * Asks what is about to be removed. A page's words may be planted (a link in a comment, data for another model): the site's come first.
 * Of what the site no longer has, the vault kept the names. Never rejects.
 */
export async function readRemovalFacts(
  client: Pick<Client, 'versionAvailability' | 'itemNames' | 'foreseeRemoval'>,
  { session, versionId, modelId: modelIdOnPage }: Asked,
): Promise<RemovalFacts> {
  const [onSite, inVault, foreseen] = await Promise.all([
    client.versionAvailability(versionId),
    client.itemNames(versionId),
    client.foreseeRemoval({ session, versionId }),
  ]);
  const lookedUp = onSite.ok ? onSite.value : undefined;
  const names = inVault.ok ? inVault.value : {};
  const modelName = lookedUp?.modelName || names.modelName;
  // A version that is gone has no model there any more; the vault knows which it had.
  const modelId = lookedUp?.modelId ?? names.modelId;
  const versionName = lookedUp?.versionName || names.versionName;
  const elsewhere = foreseen.ok ? foreseen.value.elsewhere : lookedUp?.availability === 'everyone' ? undefined : 'risk';
  return {
    ...(lookedUp && { availability: lookedUp.availability }),
    ...(modelName && { modelName }),
    ...(versionName && { versionName }),
    ...(lookedUp?.sizeKb !== undefined && { sizeKb: lookedUp.sizeKb }),
    ...(elsewhere && { elsewhere }),
    isOtherModel: modelId !== undefined && modelIdOnPage !== undefined && modelId !== modelIdOnPage,
  };
}
