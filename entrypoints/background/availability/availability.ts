import type { CatalogueApi } from '@/entrypoints/background/api/civitai-api';
import type { PublicModel } from '@/entrypoints/background/api/schemas/public-schemas';
import { createSlots } from '@/entrypoints/background/timing/single-flight';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { VersionOfModel } from '@/utils/messages/protocol';
import { fail, ok, type Result } from '@/utils/problem';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import { createCachedResults } from './cached-results';
import { availabilityOf, availabilityOfAbsent, availabilityOfListed, listVersions } from './read-availability';

/** The site itself caches these answers for 5 minutes (site-facts.md G): asking more often brings nothing new. */
const SITE_CACHE_MS = 5 * 60_000;
/** A page full of versions must not turn into a burst of requests. */
const LOOK_UPS_AT_ONCE = 2;
/** Younger than this is as good as anew: a page that doubts what it knows can't ask more often. */
const ANEW_MS = 1_000;

export type AvailabilityLookUp = {
  /** The model's published versions in creator order. The page may show some that the API leaves out (site-facts.md B.1). `isFresh`: looked up anew. */
  modelVersions(modelId: ModelId, isFresh?: boolean): Promise<Result<ModelVersions>>;
  /** Whether the site still gives the version to everyone; a look-up that fails is a problem, never an availability. */
  versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /** The same by itself, and no cache of ours or of the site answers; no page's look-ups make it wait. */
  freshAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /**
   * The same of many versions, in their order. Their models are asked for together, so each version costs one request at most. With
   * `isFresh` each is looked up like {@link freshAvailability}.
   */
  availabilities(versions: readonly VersionOfModel[], isFresh?: boolean): Promise<Result<VersionAvailability>[]>;
};

/** Public look-ups, made without the key: what is the same for all users is asked once and kept for a while. */
export function createAvailabilityLookUp(parts: {
  api: CatalogueApi;
  /** Asks past the site's caches. */
  freshApi: CatalogueApi;
  now: () => number;
}): AvailabilityLookUp {
  const cacheOptions = { now: parts.now, maxAgeMs: SITE_CACHE_MS };
  const cachedAvailability = createCachedResults<VersionAvailability>(cacheOptions);
  const lookUps: LookUps = {
    api: parts.api,
    // What the user has just pressed or points at doesn't wait for what a page has asked for before.
    inSlot: createSlots(LOOK_UPS_AT_ONCE, true),
    cachedModel: createCachedResults<PublicModel>(cacheOptions),
  };
  const fresh: LookUps = { api: parts.freshApi, inSlot: createSlots(LOOK_UPS_AT_ONCE), cachedModel: undefined };
  const freshAvailability = (versionId: VersionId) => findAvailability(fresh, versionId);
  return {
    freshAvailability,
    async modelVersions(modelId, isFresh = false) {
      const model = await modelOf(lookUps, modelId, isFresh ? ANEW_MS : SITE_CACHE_MS);
      return model.ok ? ok(listVersions(model.value)) : model;
    },
    versionAvailability: versionId => cachedAvailability(versionId, () => findAvailability(lookUps, versionId)),
    async availabilities(versions, isFresh) {
      if (isFresh) return Promise.all(versions.map(({ versionId }) => freshAvailability(versionId)));
      const listed = await listedModels(
        lookUps,
        versions.map(({ modelId }) => modelId),
      );
      return Promise.all(
        versions.map(({ versionId, modelId }) => {
          const model = listed.get(modelId);
          const found = model && availabilityOfListed(versionId, model);
          return found ? ok(found) : cachedAvailability(versionId, () => findAvailability(lookUps, versionId, model));
        }),
      );
    },
  };
}

type LookUps = {
  api: CatalogueApi;
  inSlot: ReturnType<typeof createSlots>;
  /** Absent for look-ups that have to be fresh. */
  cachedModel: ReturnType<typeof createCachedResults<PublicModel>> | undefined;
};

async function modelOf(
  { api, inSlot, cachedModel }: LookUps,
  modelId: ModelId,
  maxAgeMs = SITE_CACHE_MS,
): Promise<Result<PublicModel>> {
  if (!cachedModel) {
    // The site keeps `models/{id}` for three minutes, but not this list (site-facts.md G.1, G.2).
    const listed = await inSlot(() => api.models([modelId]));
    const model = listed.ok ? listed.value.find(each => each.modelId === modelId) : undefined;
    return model ? ok(model) : fail(listed.ok ? { kind: 'unreadable' } : listed.problem);
  }
  const ask = async (): Promise<Result<PublicModel>> => {
    const model = await inSlot(() => api.model(modelId));
    if (!model.ok) return fail(model.problem);
    return model.value.modelId === modelId ? model : fail({ kind: 'unreadable' });
  };
  return cachedModel(modelId, ask, maxAgeMs);
}

/** Those that the site lists; its silence about one means nothing (site-facts.md G.2). */
async function listedModels(
  { api, inSlot }: LookUps,
  modelIds: readonly ModelId[],
): Promise<Map<ModelId, PublicModel>> {
  const ids = [...new Set(modelIds)];
  const listed = ids.length > 1 ? await inSlot(() => api.models(ids)) : undefined;
  return new Map(listed?.ok ? listed.value.map(model => [model.modelId, model]) : []);
}

async function findAvailability(
  lookUps: LookUps,
  versionId: VersionId,
  listedModel?: PublicModel,
): Promise<Result<VersionAvailability>> {
  const { api, inSlot } = lookUps;
  const found = await inSlot(() => api.version(versionId));
  if (!found.ok) return availabilityOfAbsent(versionId, found);
  const version = found.value;
  if (version.versionId !== versionId) return fail({ kind: 'unreadable' });
  const answer = listedModel?.modelId === version.modelId ? ok(listedModel) : await modelOf(lookUps, version.modelId);
  if (!answer.ok && answer.problem.kind !== 'not-available') return answer;
  const model = answer.ok ? answer.value : undefined;
  const listed = model?.versions.find(other => other.versionId === versionId);
  // For the size where the site keeps its files back, and for what the model's list would say of a version that it leaves out.
  const mini = listed && version.sizeKb !== undefined ? undefined : await inSlot(() => api.miniVersion(versionId));
  return ok(availabilityOf({ version, model, listed, mini: mini?.ok ? mini.value : undefined }));
}
