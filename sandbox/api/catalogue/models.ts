import { errorText } from '@/sandbox/api/failures.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import type { WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { isHiddenByRegion, isVisible, listedVersions, modelHead } from './model.ts';
import { type ModelsFilter, readModelsFilter } from './models-filter.ts';
import { activeGate, downloadUrl, fileView, imagesOf, versionStats } from './version-view.ts';

const MAX_DEPTH = 1_000;

const orders: { [Sort in ModelsFilter['sort']]: (a: WorldModel, b: WorldModel) => number } = {
  'Highest Rated': (a, b) => b.stats.thumbsUpCount - a.stats.thumbsUpCount,
  'Most Liked': (a, b) => b.stats.thumbsUpCount - a.stats.thumbsUpCount,
  'Most Downloaded': (a, b) => b.stats.downloadCount - a.stats.downloadCount,
  Newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
  Oldest: (a, b) => a.createdAt.localeCompare(b.createdAt),
};

/** Which versions of a model the answer has; naming versions without models asks for public ones only (site-facts.md G.2). */
function selectVersions(model: WorldModel, { modelVersionIds, ids, baseModels }: ModelsFilter): WorldVersion[] {
  return listedVersions(model).filter(version => {
    if (baseModels && !baseModels.includes(version.baseModel)) return false;
    if (!modelVersionIds) return true;
    return modelVersionIds.includes(version.id) && (ids !== undefined || version.availability === 'Public');
  });
}

function isAllowedRating(model: WorldModel, nsfw: boolean | undefined): boolean {
  return nsfw ? !model.minor : (model.nsfwLevel & 1) === 1;
}

function isWanted(model: WorldModel, filter: ModelsFilter): boolean {
  const { ids, types, tag, username, query, archived, nsfw } = filter;
  return (
    isVisible(model) &&
    isAllowedRating(model, nsfw) &&
    (model.mode !== 'Archived' || archived === true) &&
    (!ids || ids.includes(model.id)) &&
    (!types || types.some(type => type === model.type)) &&
    (!tag || model.tags.includes(tag)) &&
    (!username || model.creator.username === username) &&
    (!query || model.name.toLowerCase().includes(query.toLowerCase())) &&
    selectVersions(model, filter).length > 0
  );
}

function versionView(world: World, base: string, model: WorldModel, version: WorldVersion, filter: ModelsFilter) {
  const isArchived = model.mode === 'Archived';
  const files = version.files.filter(file => file.primary || !filter.primaryFileOnly);
  return {
    id: version.id,
    index: version.index,
    name: version.name,
    baseModel: version.baseModel,
    baseModelType: 'Standard',
    publishedAt: version.publishedAt,
    availability: version.availability,
    nsfwLevel: version.nsfwLevel,
    description: version.description,
    trainedWords: version.trainedWords,
    supportsGeneration: true,
    stats: versionStats(model),
    paidAccess: activeGate(world, version),
    files: isArchived ? [] : files.map(file => fileView(base, version, file)),
    images: imagesOf(model, version),
    ...(!isArchived && { downloadUrl: downloadUrl(base, version) }),
  };
}

function metadataOf(base: string, query: URLSearchParams, next: number | undefined) {
  if (next === undefined) return {};
  const params = new URLSearchParams(query);
  params.set('cursor', String(next));
  return { nextCursor: String(next), nextPage: `${base}/api/v1/models?${params}` };
}

/** `GET /api/v1/models`: in the order of `sort`, never of `ids`; what may not be shown is silently absent (G.2). */
export function modelList({ world, request, credentials }: ApiContext): ApiAnswer {
  const read = readModelsFilter(request.query);
  if (!read.ok) return { status: 400, json: { error: read.error } };
  const { filter } = read;
  const isPersonal = filter.favorites !== undefined || filter.hidden !== undefined;
  if (isPersonal && !credentials) return errorText(401, 'Unauthorized');
  if ((filter.page ?? 1) * filter.limit > MAX_DEPTH) return errorText(429, 'Please use cursor based paging instead');
  const base = `https://${request.host}`;
  const found = world.catalogue.models
    .filter(model => isWanted(model, filter) && !isHiddenByRegion(world, model))
    .sort(orders[filter.sort]);
  const start = filter.cursor ?? ((filter.page ?? 1) - 1) * filter.limit;
  const end = start + filter.limit;
  const items = found.slice(start, end).map(model => ({
    ...modelHead(model),
    modelVersions: selectVersions(model, filter).map(version => versionView(world, base, model, version, filter)),
  }));
  const metadata = metadataOf(base, request.query, end < found.length && filter.limit > 0 ? end : undefined);
  const headers = credentials ? {} : { 'cache-control': 'public, s-maxage=300, stale-while-revalidate=150' };
  return { status: 200, headers, json: { items, metadata } };
}
