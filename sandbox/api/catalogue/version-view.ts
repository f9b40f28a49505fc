import { isGated } from '@/sandbox/api/vault/vault-service.ts';
import type { WorldFile, WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';

/** The active gate, or null: an ended one is not shown (site-facts.md G.3). */
export function activeGate(world: World, version: WorldVersion): WorldVersion['paidAccess'] {
  return isGated(version, world.clock.now()) ? version.paidAccess : null;
}

/** True for versions that the public endpoints know at all. */
export function isPublished(version: WorldVersion): boolean {
  return version.status === 'Published';
}

/** The file whose size counts. */
export function primaryFile(version: WorldVersion): WorldFile | undefined {
  return version.files.find(file => file.primary);
}

export function downloadUrl(base: string, version: WorldVersion): string {
  return `${base}/api/download/models/${version.id}`;
}

function fileUrl(base: string, version: WorldVersion, file: WorldFile): string {
  const url = downloadUrl(base, version);
  return file.primary ? url : `${url}?type=${encodeURIComponent(file.type)}&format=${file.metadata.format}`;
}

/** A file as the public endpoints show it; the key `primary` is only there where it is true (G.1). */
export function fileView(base: string, version: WorldVersion, file: WorldFile) {
  const { primary, ...rest } = file;
  return {
    ...rest,
    pickleScanResult: 'Success',
    pickleScanMessage: 'No Pickle imports',
    virusScanResult: 'Success',
    virusScanMessage: null,
    scannedAt: version.createdAt,
    ...(primary && { primary }),
    downloadUrl: fileUrl(base, version, file),
  };
}

/** Pictures of a version, drawn by the site half under these addresses. None for models that were taken down. */
export function imagesOf(model: WorldModel, version: WorldVersion) {
  if (model.mode === 'TakenDown') return [];
  return Array.from({ length: 2 + (version.id % 3) }, (_, n) => ({
    url: `https://image.civitai.com/sandbox/${version.id}-${n}/width=450/${version.id * 8 + n}.jpeg`,
    nsfwLevel: version.nsfwLevel,
    width: 832,
    height: 1_216,
    hash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
    type: 'image',
    minor: model.minor,
    poi: model.poi,
    hasMeta: true,
    hasPositivePrompt: true,
    onSite: false,
    remixOfId: null,
  }));
}

/** Figures of one version: an even share of the model's. */
export function versionStats(model: WorldModel) {
  const share = (total: number) => Math.floor(total / Math.max(1, model.versions.length));
  return {
    downloadCount: share(model.stats.downloadCount),
    thumbsUpCount: share(model.stats.thumbsUpCount),
    thumbsDownCount: 0,
  };
}

/** `urn:air:…:{modelId}@{versionId}`. */
export function airOf(model: WorldModel, version: WorldVersion): string {
  const ecosystem = version.baseModel.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return `urn:air:${ecosystem}:${model.type.toLowerCase()}:civitai:${model.id}@${version.id}`;
}
