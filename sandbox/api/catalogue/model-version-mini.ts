import { errorText, outOfRange } from '@/sandbox/api/failures.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import { MAX_INT } from '@/sandbox/api/vault/vault-service.ts';
import type { WorldFile, WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { activeGate, airOf, downloadUrl, isPublished, primaryFile } from './version-view.ts';

function miniView(world: World, base: string, model: WorldModel, version: WorldVersion, file: WorldFile) {
  const gate = activeGate(world, version);
  return {
    air: airOf(model, version),
    versionName: version.name,
    modelName: model.name,
    userId: model.creator.id,
    baseModel: version.baseModel,
    availability: version.availability,
    publishedAt: version.publishedAt,
    size: file.sizeKB,
    fileType: file.type,
    fileName: file.name,
    hashes: file.hashes,
    downloadUrls: [downloadUrl(base, version)],
    format: file.metadata.format,
    canGenerate: true,
    isFeatured: false,
    requireAuth: version.usageControl !== 'Download' || gate !== null,
    checkPermission: gate !== null,
    ...(gate?.endsAt && { earlyAccessEndsAt: gate.endsAt, freeTrialLimit: 10 }),
    additionalResourceCharge: false,
    minor: model.minor,
    sfwOnly: false,
    fees: null,
    payoutEnabled: false,
  };
}

/** `GET /api/v1/model-versions/mini/{id}`: published or one's own, any rating; no ids but those in `air` (site-facts.md G.4). */
export function modelVersionMini({ world, request, pathId, credentials }: ApiContext): ApiAnswer {
  const id = Number(pathId);
  if (!Number.isInteger(id) || id < 1) return errorText(400, 'Invalid id');
  if (id > MAX_INT) return outOfRange('ModelVersion');
  const [model, version] = [world.catalogue.findModelOfVersion(id), world.catalogue.findVersion(id)];
  const isOwn = model !== undefined && credentials?.account.id === model.creator.id;
  if (!model || !version || !(isPublished(version) || isOwn)) return errorText(404, 'Model not found');
  const file = primaryFile(version);
  if (!file) return errorText(404, 'Missing model file');
  return { status: 200, json: miniView(world, `https://${request.host}`, model, version, file) };
}
