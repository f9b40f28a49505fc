import { recipeOf } from '@/sandbox/content/recipes.ts';
import type { WorldAccount, WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import type { ImageData } from '@/sandbox/site/app/data/image.ts';
import type { ModelData, ResourceData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { versionOfImage } from '@/sandbox/site/app/format/image-ids.ts';
import { linksOf } from './links.ts';
import { canDownload, isGated } from './viewer.ts';

/** Types that the generator cannot use. */
export const NO_BRUSH = new Set([
  'VAE',
  'Upscaler',
  'Wildcards',
  'Workflows',
  'ComfyWorkflows',
  'Poses',
  'Other',
  'Detection',
]);

/** A version as other pages name it; empty where the site would not. */
export function resourceOf(world: World, versionId: number): ResourceData[] {
  const version = world.catalogue.findVersion(versionId);
  const model = world.catalogue.findModelOfVersion(versionId);
  if (!version || model?.status !== 'Published') return [];
  const { id: modelId, name: modelName, type: modelType } = model;
  return [{ modelId, modelName, modelType, versionId, versionName: version.name, baseModel: version.baseModel }];
}

function versionData(
  world: World,
  model: WorldModel,
  version: WorldVersion,
  account: WorldAccount | undefined,
): VersionData {
  const now = world.clock.now();
  const resources = version.recommended.flatMap(id => resourceOf(world, id));
  const { id, modelId, index, name, baseModel, status, availability, usageControl, nsfwLevel } = version;
  return {
    ...{ id, modelId, index, name, baseModel, status, availability, usageControl, nsfwLevel },
    createdAt: new Date(version.createdAt),
    publishedAt: version.publishedAt === null ? null : new Date(version.publishedAt),
    description: version.description,
    trainedWords: version.trainedWords,
    paidAccess: isGated(version, now) ? gateData(version) : null,
    canDownload: canDownload(model, version, account, now),
    canGenerate: !NO_BRUSH.has(model.type),
    files: version.files.map(file => ({
      ...file,
      hashes: Object.entries(file.hashes).map(([type, hash]) => ({ type, hash })),
    })),
    rank: {
      downloadCountAllTime: (id * 31) % 60_000,
      generationCountAllTime: (id * 17) % 90_000,
      // Every seventh version has no review yet, and so no link to its reviews.
      thumbsUpCountAllTime: id % 7 === 0 ? 0 : id % 900,
    },
    recommendedResources: resources.slice(0, 2),
    requiredComponents: resources.slice(2),
    // A model's own first recommendation, as something one may also want.
    optionalComponents: version.index === 0 ? resources.slice(0, 1) : [],
  };
}

function gateData({ paidAccess }: WorldVersion): VersionData['paidAccess'] {
  if (!paidAccess) return null;
  return { permanent: paidAccess.permanent, endsAt: paidAccess.endsAt === null ? null : new Date(paidAccess.endsAt) };
}

/**
 * `model.getById` for one visitor. Who does not own the model sees only published versions, in creator order, also those
 * that the public API leaves out (site-facts.md B.1). Undefined: there is no such page for this visitor.
 */
export function modelDataFor(world: World, modelId: number, account: WorldAccount | undefined): ModelData | undefined {
  const model = world.catalogue.findModel(modelId);
  if (!model) return undefined;
  const isOwner = account?.id === model.creator.id;
  if (!isOwner && model.availability === 'Private') return undefined;
  if (!isOwner && model.status !== 'Published' && model.status !== 'Deleted') return undefined;
  const now = world.clock.now();
  const isPublic = (version: WorldVersion) =>
    model.status === 'Published' && version.status === 'Published' && Date.parse(version.publishedAt ?? '') <= now;
  const versions = model.versions.filter(version => isOwner || isPublic(version));
  const { id, name, type, status, availability, mode, nsfwLevel, poi, minor, stats } = model;
  return {
    ...{ id, name, type, status, availability, mode, nsfwLevel, poi, minor },
    description: model.description + linksOf(world, model),
    createdAt: new Date(model.createdAt),
    updatedAt: new Date(versions[0]?.createdAt ?? model.createdAt),
    user: { ...model.creator },
    tagsOnModels: model.tags.map((tag, index) => ({ tag: { id: index + 1, name: tag } })),
    rank: {
      downloadCountAllTime: stats.downloadCount,
      generationCountAllTime: stats.downloadCount * 7,
      thumbsUpCountAllTime: stats.thumbsUpCount,
      collectedCountAllTime: stats.collectedCount,
      commentCountAllTime: stats.commentCount,
      tippedAmountCountAllTime: stats.tippedAmountCount,
    },
    modelVersions: versions.map(version => versionData(world, model, version, account)),
  };
}

/** `image.get`: a picture and the resources it was made with. */
export function imageDataFor(world: World, imageId: number): ImageData | undefined {
  const model = world.catalogue.findModelOfVersion(versionOfImage(imageId));
  const recipe = recipeOf(world, imageId);
  if (!model || !recipe) return undefined;
  return {
    id: imageId,
    postId: versionOfImage(imageId),
    username: model.creator.username,
    prompt: 'masterpiece, best quality, 1girl, dragon',
    resources: recipe.map(({ version, name, type, strength }) => ({
      modelId: version?.modelId ?? null,
      modelName: name,
      modelType: type,
      versionId: version?.id ?? null,
      versionName: version?.name ?? null,
      strength,
    })),
  };
}
