import { errorText } from '@/sandbox/api/failures.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import { MAX_INT } from '@/sandbox/api/vault/vault-service.ts';
import type { WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { activeGate, downloadUrl, fileView, imagesOf, isPublished, primaryFile, versionStats } from './version-view.ts';

/** This endpoint writes a fixed host into its addresses, whichever was asked (site-facts.md E). */
const BASE = 'https://civitai.com';
const CACHE = { 'cache-control': 'public, s-maxage=300, stale-while-revalidate=150' };

/** Published, open and rated models that show no real person (G.1). */
export function isVisible(model: WorldModel): boolean {
  return model.status === 'Published' && model.availability !== 'Private' && model.nsfwLevel !== 0 && !model.poi;
}

/** True where the region hides it: what has no general rating, in a restricted one (G.1). */
export function isHiddenByRegion({ settings }: World, { nsfwLevel }: { nsfwLevel: number }): boolean {
  return settings.regionHidesMature && (nsfwLevel & 1) === 0;
}

/** Versions that a model's public lists have: fewer than its page shows (B.1). */
export function listedVersions(model: WorldModel): WorldVersion[] {
  return model.versions.filter(version => isPublished(version) && primaryFile(version) && !version.hiddenFromApi);
}

/** What both model endpoints say of a model itself. */
export function modelHead(model: WorldModel) {
  return {
    id: model.id,
    name: model.name,
    description: model.description,
    allowNoCredit: true,
    allowCommercialUse: ['Image', 'RentCivit'],
    allowDerivatives: true,
    allowDifferentLicense: true,
    type: model.type,
    minor: model.minor,
    sfwOnly: false,
    poi: model.poi,
    nsfw: model.nsfwLevel > 3,
    nsfwLevel: model.nsfwLevel,
    availability: model.availability,
    ...(model.mode && { mode: model.mode }),
    supportsGeneration: model.type === 'Checkpoint' || model.type === 'LORA',
    stats: { ...model.stats, thumbsDownCount: 0 },
    creator: { username: model.creator.username, image: null },
    tags: model.tags,
  };
}

/** Without nulls and empty lists, as this endpoint alone does it (G.1). */
function removeEmpty(object: object) {
  const kept = Object.entries(object).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

function versionView(world: World, model: WorldModel, version: WorldVersion) {
  const isArchived = model.mode === 'Archived';
  const gate = activeGate(world, version);
  const { id, index, name, baseModel, createdAt, publishedAt, status, availability, nsfwLevel } = version;
  return removeEmpty({
    id,
    index,
    name,
    baseModel,
    baseModelType: 'Standard',
    createdAt,
    publishedAt,
    status,
    availability,
    nsfwLevel,
    description: version.description,
    trainedWords: version.trainedWords,
    covered: true,
    stats: versionStats(model),
    earlyAccessDeadline: gate?.endsAt ?? null,
    paidAccess: gate,
    files: isArchived ? [] : version.files.map(file => fileView(BASE, version, file)),
    images: imagesOf(model, version),
    downloadUrl: isArchived ? null : downloadUrl(BASE, version),
  });
}

/** `GET /api/v1/models/{id}`: all rating levels, archived ones too; anything that is not public is the same 404 (G.1). */
export function modelById({ world, pathId }: ApiContext): ApiAnswer {
  const id = Number(pathId);
  if (!Number.isInteger(id) || id < 1 || id > MAX_INT) return errorText(400, 'Invalid model id');
  const model = world.catalogue.findModel(id);
  if (!model || !isVisible(model) || isHiddenByRegion(world, model)) return errorText(404, `No model with id ${id}`);
  const versions = listedVersions(model);
  const baseModels = [...new Set(versions.map(({ baseModel }) => baseModel))];
  const modelVersions = versions.map(version => versionView(world, model, version));
  return { status: 200, headers: CACHE, json: { ...modelHead(model), baseModels, modelVersions } };
}
