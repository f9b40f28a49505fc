import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';

/** The version with its names: those that the page doesn't know are asked of the site. Never rejects. */
export async function findNames(
  { versionAvailability }: Pick<Client, 'versionAvailability'>,
  version: Naming,
  versionId: VersionId,
): Promise<Naming> {
  if (version.versionName && version.modelName) return version;
  const found = await versionAvailability(versionId);
  const { modelId, modelName, versionName } = found.ok ? found.value : {};
  return {
    ...version,
    modelId: modelId ?? version.modelId,
    modelName: modelName || version.modelName,
    versionName: versionName || version.versionName,
  };
}
