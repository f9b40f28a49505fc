import { errorText, outOfRange } from '@/sandbox/api/failures.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import { MAX_INT } from '@/sandbox/api/vault/vault-service.ts';
import type { WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { isHiddenByRegion } from './model.ts';
import {
  activeGate,
  airOf,
  downloadUrl,
  fileView,
  imagesOf,
  isPublished,
  primaryFile,
  versionStats,
} from './version-view.ts';

/** Fields that are only documented, no longer sent (site-facts.md G.3). */
function documentedFields(world: World, version: WorldVersion) {
  if (world.settings.flavour === 'real') return {};
  const gate = activeGate(world, version);
  return {
    availability: version.availability,
    earlyAccessConfig: gate && { timeframe: gate.permanent ? null : 7 },
    earlyAccessEndsAt: gate?.endsAt ?? null,
  };
}

function versionView(world: World, base: string, model: WorldModel, version: WorldVersion) {
  const { id, modelId, name, nsfwLevel, createdAt, status, publishedAt, trainedWords, baseModel } = version;
  const { description, usageControl } = version;
  return {
    id,
    modelId,
    name,
    nsfwLevel,
    createdAt,
    updatedAt: createdAt,
    status,
    publishedAt,
    trainedWords,
    trainingStatus: null,
    trainingDetails: null,
    baseModel,
    baseModelType: 'Standard',
    description,
    uploadType: 'Created',
    usageControl,
    licensingFee: null,
    paidAccess: activeGate(world, version),
    air: airOf(model, version),
    stats: versionStats(model),
    model: {
      name: model.name,
      type: model.type,
      nsfw: model.nsfwLevel > 3,
      poi: model.poi,
      ...(model.mode && { mode: model.mode }),
    },
    files: version.files.map(file => ({ ...fileView(base, version, file), primary: file.primary })),
    images: imagesOf(model, version).map(image => ({ ...image, meta: { prompt: 'a test picture' } })),
    downloadUrl: downloadUrl(base, version),
    ...documentedFields(world, version),
  };
}

/** `GET /api/v1/model-versions/{id}`: published and rated versions; the model's own status is not looked at (G.3). */
export function modelVersionById({ world, request, pathId, credentials }: ApiContext): ApiAnswer {
  const id = Number(pathId);
  if (!Number.isInteger(id) || id < 1) return errorText(400, 'Invalid id');
  if (id > MAX_INT) return outOfRange('ModelVersion');
  const [model, version] = [world.catalogue.findModelOfVersion(id), world.catalogue.findVersion(id)];
  const isHidden = !version || !isPublished(version) || version.nsfwLevel === 0 || isHiddenByRegion(world, version);
  if (!model || isHidden) return errorText(404, 'Model not found');
  if (!primaryFile(version)) return errorText(404, 'Missing model file');
  const headers = credentials ? {} : { 'cache-control': 'public, s-maxage=300, stale-while-revalidate=150' };
  return { status: 200, headers, json: versionView(world, `https://${request.host}`, model, version) };
}
