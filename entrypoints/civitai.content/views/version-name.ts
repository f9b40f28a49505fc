import type { MembershipProblem } from '@/utils/account/account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { formatKb } from '@/utils/texts/format';
import { isolate, t } from '@/utils/texts/texts';
import type { Need } from '@/utils/vault/fit';
import type { Availability } from '@/utils/vault/version-availability';
import { compose } from './compose';

/** What the page knows of a version that it names, or that something is done to. */
export type Naming = {
  modelName?: string | undefined;
  modelId?: ModelId | undefined;
  versionName?: string | undefined;
  versionId?: VersionId | undefined;
  sizeKb?: number | undefined;
  need?: Need | undefined;
  availability?: Availability | undefined;
  /** In early access, to which the page's account has no access. */
  isWithheld?: boolean | undefined;
  /** Why nothing at all can be added to the account's vault. */
  barredBy?: MembershipProblem | undefined;
};

/** The names to say. In place of one that is not known stands its number; without that it is empty. */
export function spokenNames({ modelName, modelId, versionName, versionId }: Naming): {
  version: string;
  model: string;
} {
  return {
    version: versionName || (versionId ? t('version.unnamed', { id: `${versionId}` }) : ''),
    model: modelName || (modelId ? t('model.unnamed', { id: `${modelId}` }) : ''),
  };
}

/** "v2.0 (6.46 GB)"; without a size as long as it is not known, and empty without a name. */
export function describeVersion({ versionName, sizeKb }: Pick<Naming, 'versionName' | 'sizeKb'>): string {
  return versionName ? withSize(isolate(versionName), sizeKb) : '';
}

/** "v2.0 of Amber Drift (6.46 GB)", with numbers as in `spokenNames`; of a size that is not known nothing. */
export function describeWhole(naming: Naming): string {
  const { version, model } = spokenNames(naming);
  if (!version) return isolate(model);
  return withSize(model ? t('version.of-model', { version, model }) : isolate(version), naming.sizeKb);
}

function withSize(version: string, sizeKb: number | undefined): string {
  return sizeKb === undefined ? version : compose('version.sized', { version, size: isolate(formatKb(sizeKb)) });
}
