import type { CatalogueApi } from '@/entrypoints/background/api/civitai-api';
import type {
  MiniVersion,
  PublicModel,
  PublicModelVersion,
  PublicVersion,
} from '@/entrypoints/background/api/public-schemas';
import type { ApiFailure } from '@/entrypoints/background/api/result';
import { createSlots } from '@/entrypoints/background/timing/single-flight';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { VersionOfModel } from '@/utils/messages/protocol';
import { fail, ok, type Problem, type Result } from '@/utils/problem';
import type { Availability, ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import { createCachedResults } from './cached-results';

/** The site itself caches these answers for 5 minutes (site-facts.md G): asking more often tells nothing new. */
const SITE_CACHE_MS = 5 * 60_000;
/** A page full of versions must not turn into a burst of requests. */
const LOOK_UPS_AT_ONCE = 2;

export type AvailabilityLookUp = {
  /** The model's published versions in creator order. The page may show some that the API leaves out (site-facts.md B.1). */
  modelVersions(modelId: ModelId): Promise<Result<ModelVersions>>;
  /** What the site offers of one version to everybody; a look-up that fails is a problem, never an availability. */
  versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /** The same of many versions, in their order. Their models are asked for together, so that each version costs one request at most. */
  availabilities(versions: readonly VersionOfModel[]): Promise<Result<VersionAvailability>[]>;
};

/** Public look-ups, made without the key: what is the same for two people is asked once and kept for a while. */
export function createAvailabilityLookUp(parts: { api: CatalogueApi; now: () => number }): AvailabilityLookUp {
  const { api } = parts;
  const inSlot = createSlots(LOOK_UPS_AT_ONCE);
  const keep = { now: parts.now, maxAgeMs: SITE_CACHE_MS };
  const models = createCachedResults<PublicModel>(keep);
  const offers = createCachedResults<VersionAvailability>(keep);

  function modelOf(modelId: ModelId): Promise<Result<PublicModel>> {
    return models(modelId, async () => {
      const model = await inSlot(() => api.model(modelId));
      if (!model.ok) return fail(model.problem);
      return model.value.modelId === modelId ? model : fail({ kind: 'unreadable' });
    });
  }

  /** Those that the site lists; its silence about one means nothing (site-facts.md G.2). */
  async function listedModels(modelIds: readonly ModelId[]): Promise<Map<ModelId, PublicModel>> {
    const ids = [...new Set(modelIds)];
    const listed = ids.length > 1 ? await inSlot(() => api.models({ ids })) : undefined;
    return new Map(listed?.ok ? listed.value.map(model => [model.modelId, model]) : []);
  }

  async function findAvailability(versionId: VersionId, listed?: PublicModel): Promise<Result<VersionAvailability>> {
    const found = await inSlot(() => api.version(versionId));
    if (!found.ok) return availabilityOfAbsent(versionId, found);
    const version = found.value;
    if (version.versionId !== versionId) return fail({ kind: 'unreadable' });
    const model = listed?.modelId === version.modelId ? ok(listed) : await modelOf(version.modelId);
    if (!model.ok && !isAbsent(model.problem)) return model;
    return ok(await describe(version, model.ok ? model.value : undefined));
  }

  async function describe(version: PublicVersion, model: PublicModel | undefined): Promise<VersionAvailability> {
    const modelName = model?.name || version.modelName;
    const listed = model?.versions.find(({ versionId }) => versionId === version.versionId);
    const mini = listed && version.sizeKb !== undefined ? undefined : await miniOf(version.versionId);
    const sizeKb = version.sizeKb ?? mini?.sizeKb;
    return {
      versionId: version.versionId,
      modelId: version.modelId,
      ...(modelName && { modelName }),
      ...(version.name && { versionName: version.name }),
      ...(sizeKb !== undefined && { sizeKb }),
      availability: judge(version, model, listed ?? mini),
    };
  }

  /** For the size where the site keeps its files back, and for what the model's list would tell of a version that it leaves out. */
  async function miniOf(versionId: VersionId): Promise<MiniVersion | undefined> {
    const mini = await inSlot(() => api.miniVersion(versionId));
    return mini.ok ? mini.value : undefined;
  }

  return {
    async modelVersions(modelId) {
      const model = await modelOf(modelId);
      return model.ok ? ok(listVersions(model.value)) : model;
    },
    versionAvailability: versionId => offers(versionId, () => findAvailability(versionId)),
    async availabilities(versions) {
      const listed = await listedModels(versions.map(({ modelId }) => modelId));
      return Promise.all(
        versions.map(({ versionId, modelId }) => {
          const model = listed.get(modelId);
          const obstacle = model && availabilityOfListed(versionId, model);
          return obstacle ? ok(obstacle) : offers(versionId, () => findAvailability(versionId, model));
        }),
      );
    },
  };
}

function isAbsent(problem: Problem): boolean {
  return problem.kind === 'not-available';
}

/** 404: either published without a main file, or deleted, unpublished or private, which look the same (site-facts.md G.3, G.5). */
function availabilityOfAbsent(versionId: VersionId, failure: ApiFailure): Result<VersionAvailability> {
  if (!isAbsent(failure.problem)) return fail(failure.problem);
  const hasNoFile = failure.refusal?.message === 'Missing model file';
  return ok({ versionId, availability: hasNoFile ? 'no-files' : 'gone' });
}

/**
 * The worst that is true, by what it keeps people from. `access` is what another answer says of the same version, for its own
 * doesn't tell whether it is private. `everyone` only where every doubt is answered.
 */
function judge(
  version: PublicVersion,
  model: PublicModel | undefined,
  access: { isGated: boolean; isPrivate: boolean } | undefined,
): Availability {
  if (!model || (version.status !== undefined && version.status !== 'Published')) return 'unpublished';
  if (version.isGated || access?.isGated) return 'early-access';
  if (access?.isPrivate) return 'private';
  if (version.isDownloadable === false) return 'generation-only';
  const mode = version.mode ?? model.mode;
  if (mode === 'Archived') return 'archived';
  return mode === undefined && version.isDownloadable && access ? 'everyone' : 'not-known';
}

/** What a model's own list tells of a version: obstacles only, for it leaves out whether it can be downloaded (site-facts.md G.1). */
function judgeListed(version: PublicModelVersion, model: PublicModel): Availability | undefined {
  if (version.isGated) return 'early-access';
  if (version.isPrivate) return 'private';
  return model.mode === 'Archived' ? 'archived' : undefined;
}

/** Where the model's own list says what stands in the way, there is nothing left to ask. */
function availabilityOfListed(versionId: VersionId, model: PublicModel): VersionAvailability | undefined {
  const version = model.versions.find(listed => listed.versionId === versionId);
  const availability = version && judgeListed(version, model);
  return availability && { versionId, modelId: model.modelId, modelName: model.name, availability };
}

function listVersions(model: PublicModel): ModelVersions {
  const versions = model.versions.map(version => {
    const availability = judgeListed(version, model);
    return {
      versionId: version.versionId,
      versionName: version.name,
      ...(version.sizeKb !== undefined && { sizeKb: version.sizeKb }),
      ...(availability && { availability }),
    };
  });
  return { modelId: model.modelId, modelName: model.name, versions };
}
