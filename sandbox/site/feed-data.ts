import type { WorldModel } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import type { CardData, FeedData } from '@/sandbox/site/app/data/model.ts';
import { NO_BRUSH } from './model-data.ts';
import { isGated } from './viewer.ts';

const PAGE_SIZE = 100;

/** What a list of models is asked for. */
export type FeedFilter = {
  cursor?: number;
  limit?: number;
  sort?: string;
  baseModel?: string;
  tag?: string;
  username?: string;
  collectionId?: number;
  query?: string;
};

/** One card; with a base model, the version that fits it. None where no version is to be shown. */
function cardOf(world: World, model: WorldModel, baseModel?: string): CardData[] {
  const published = model.versions.filter(({ status }) => status === 'Published');
  const version = baseModel ? published.find(each => each.baseModel === baseModel) : published[0];
  if (!version) return [];
  const { downloadCount: download, collectedCount: collected, commentCount: comment } = model.stats;
  const { tippedAmountCount: tipped, thumbsUpCount: thumbsUp } = model.stats;
  return [
    {
      ...{ id: model.id, name: model.name, type: model.type, mode: model.mode },
      version: { id: version.id, name: version.name, baseModel: version.baseModel },
      versions: published.map(({ id, name }) => ({ id, name })),
      nsfw: (model.nsfwLevel & 1) === 0,
      cosmetic: model.id % 13 === 5,
      earlyAccess: isGated(version, world.clock.now()),
      isNew: model.id % 5 === 4,
      canGenerate: !NO_BRUSH.has(model.type),
      trainedOnSite: model.id % 11 === 0,
      user: { ...model.creator },
      rank: { download, collected, comment, tipped, thumbsUp },
    },
  ];
}

const orders: { [sort: string]: (a: WorldModel, b: WorldModel) => number } = {
  'Most Downloaded': (a, b) => b.stats.downloadCount - a.stats.downloadCount,
  Newest: (a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id,
};

function isListed(model: WorldModel, red: boolean): boolean {
  const isOpen = model.status === 'Published' && model.availability === 'Public' && !model.poi;
  return isOpen && model.nsfwLevel !== 0 && (red || (model.nsfwLevel & 1) === 1);
}

/** A collection has every seventh model, another seventh for each collection. */
function isWanted(model: WorldModel, { tag, username, collectionId, query }: FeedFilter): boolean {
  return (
    (!tag || model.tags.includes(tag)) &&
    (!username || model.creator.username === username) &&
    (!collectionId || model.id % 7 === collectionId % 7) &&
    (!query || model.name.toLowerCase().includes(query.toLowerCase()))
  );
}

/** `model.getAll`: one page of what this host shows. Mature models are on .red only (site-facts.md E). */
export function feedFor(world: World, filter: FeedFilter, red: boolean): FeedData {
  const { cursor = 0, limit = PAGE_SIZE, baseModel, sort = '' } = filter;
  const found = world.catalogue.models.filter(model => isListed(model, red) && isWanted(model, filter));
  const order = orders[sort];
  if (order) found.sort(order);
  const cards = found.flatMap(model => cardOf(world, model, baseModel));
  const end = cursor + limit;
  return { items: cards.slice(cursor, end), ...(end < cards.length ? { nextCursor: end } : {}) };
}
