import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { formatKb } from '@/utils/texts/format';
import { isolate, t } from '@/utils/texts/texts';
import type { Availability } from '@/utils/vault/version-availability';
import { compose } from './compose';

/** What is known of a version to name it. `modelName` is empty only where not even the model's number is known. */
export type Naming = {
  modelName: string;
  modelId?: ModelId | undefined;
  versionName: string | undefined;
  versionId?: VersionId | undefined;
  sizeKb?: number;
  availability?: Availability;
};

/** "v2.0 (6.46 GB)"; without a size as long as it is not known, and empty without a name. */
export function describeVersion({ versionName, sizeKb }: Pick<Naming, 'versionName' | 'sizeKb'>): string {
  return versionName ? withSize(isolate(versionName), sizeKb) : '';
}

/** "v2.0 of Amber Drift (6.46 GB)"; in place of a name that is not known stands the version's number, of a size nothing. */
export function describeWhole({ modelName: model, versionName, versionId, sizeKb }: Naming): string {
  const version = versionName || (versionId && t('version.unnamed', { id: `${versionId}` }));
  if (!version) return isolate(model);
  return withSize(model ? t('version.of-model', { version, model }) : isolate(version), sizeKb);
}

function withSize(version: string, sizeKb: number | undefined): string {
  return sizeKb === undefined ? version : compose('version.sized', { version, size: isolate(formatKb(sizeKb)) });
}
