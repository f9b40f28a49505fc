import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { MiniVersion } from '@/entrypoints/background/api/schemas/mini-schema';
import type {
  PublicModel,
  PublicModelVersion,
  PublicVersion,
} from '@/entrypoints/background/api/schemas/public-schemas';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok, type Result } from '@/utils/problem';
import type { Availability, ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';

/** What the site's answers say of one version; absent = not answered. */
export type Answers = {
  version: PublicVersion;
  model: PublicModel | undefined;
  /** The version in its model's own list. */
  listed: PublicModelVersion | undefined;
  mini: MiniVersion | undefined;
};

/** Puts the answers about one version together. */
export function availabilityOf({ version, model, listed, mini }: Answers): VersionAvailability {
  const modelName = model?.name || version.modelName;
  const sizeKb = version.sizeKb ?? mini?.sizeKb;
  return {
    versionId: version.versionId,
    modelId: version.modelId,
    ...(modelName && { modelName }),
    ...(version.name && { versionName: version.name }),
    ...(sizeKb !== undefined && { sizeKb }),
    ...(version.need && { need: version.need }),
    availability: strictestOf(version, model, listed ?? mini),
  };
}

/** 404: either published without a main file, or deleted, unpublished or private, which look the same (site-facts.md G.3, G.5). */
export function availabilityOfAbsent(versionId: VersionId, failure: ApiFailure): Result<VersionAvailability> {
  if (failure.problem.kind !== 'not-available') return fail(failure.problem);
  const hasNoFile = failure.refusal?.message === 'Missing model file';
  return ok({ versionId, availability: hasNoFile ? 'no-files' : 'gone' });
}

/** Where the model's own list names an obstacle, nothing is left to ask. `undefined`: it names none. */
export function availabilityOfListed(versionId: VersionId, model: PublicModel): VersionAvailability | undefined {
  const version = model.versions.find(listed => listed.versionId === versionId);
  const availability = version && obstacleOfListed(version, model);
  return availability && { versionId, modelId: model.modelId, modelName: model.name, availability };
}

/** A model's versions in creator order, each with the obstacle that the list names. */
export function listVersions(model: PublicModel): ModelVersions {
  const versions = model.versions.map(version => {
    const availability = obstacleOfListed(version, model);
    return {
      versionId: version.versionId,
      versionName: version.name,
      ...(version.sizeKb !== undefined && { sizeKb: version.sizeKb }),
      ...(version.need && { need: version.need }),
      ...(availability && { availability }),
    };
  });
  return { modelId: model.modelId, modelName: model.name, versions };
}

/**
 * The strictest obstacle among the answers; `everyone` only where each answer is there and names none. `access` comes from another
 * answer, because the version's own doesn't say whether it is private.
 */
function strictestOf(
  version: PublicVersion,
  model: PublicModel | undefined,
  access: Pick<MiniVersion, 'isGated' | 'isPrivate'> | undefined,
): Availability {
  if (!model || (version.status !== undefined && version.status !== 'Published')) return 'unpublished';
  if (version.isGated || access?.isGated) return 'early-access';
  if (access?.isPrivate) return 'private';
  if (version.isDownloadable === false) return 'generation-only';
  const mode = version.mode ?? model.mode;
  if (mode === 'Archived') return 'archived';
  return mode === undefined && version.isDownloadable && access ? 'everyone' : 'not-known';
}

/** What a model's own list says of a version: obstacles only, because it leaves out whether it can be downloaded (site-facts.md G.1). */
function obstacleOfListed(version: PublicModelVersion, model: PublicModel): Availability | undefined {
  if (version.isGated) return 'early-access';
  if (version.isPrivate) return 'private';
  return model.mode === 'Archived' ? 'archived' : undefined;
}
