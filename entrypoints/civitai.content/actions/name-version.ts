import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { VersionOnScreen } from '@/entrypoints/civitai.content/views/button-view';
import type { VersionId } from '@/utils/civitai/ids';
import { formatKb } from '@/utils/sentences/format';

/** What the page knows of a version that something is done to; absent = not known. */
export type NamedVersion = {
  [Key in 'modelId' | 'modelName' | 'versionName' | 'sizeKb' | 'availability' | 'isWithheld']?:
    | VersionOnScreen[Key]
    | undefined;
};

/**
 * "“v2.0” of Amber Drift (6.46 GB)", for any sentence about the version. Names are isolated, so that right-to-left ones leave the rest
 * where it is; without names it is "version 30 of model 12".
 */
export function nameVersion({ modelName, versionName, modelId, sizeKb }: NamedVersion, versionId: VersionId): string {
  const version = versionName ? `“\u2068${versionName}\u2069”` : `version ${versionId}`;
  const model = modelName ? `\u2068${modelName}\u2069` : modelId === undefined ? '' : `model ${modelId}`;
  return `${version}${model && ` of ${model}`}${sizeKb === undefined ? '' : ` (${formatKb(sizeKb)})`}`;
}

/** The version with its names: those that the page doesn't know are asked of the site. Never rejects. */
export async function findNames(
  { versionAvailability }: Pick<Client, 'versionAvailability'>,
  version: NamedVersion,
  versionId: VersionId,
): Promise<NamedVersion> {
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
