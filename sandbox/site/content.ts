import { articleOf, commentsOf } from '@/sandbox/content/articles.ts';
import { postOf } from '@/sandbox/content/posts.ts';
import { someVersions } from '@/sandbox/content/rich-text.ts';
import type { WorldAccount } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import type { ContentData, PostData, ReviewData } from '@/sandbox/site/app/data/content.ts';
import { type Route, readQuery } from '@/sandbox/site/app/router/route.ts';
import { resourceOf } from './model-data.ts';

const REVIEW_TEXTS = ['Works as described.', 'Good at low weights, too.', 'My favourite of this base model.'];

/** The `reviewId`-th review: of version `floor(reviewId / 10)`. */
export function reviewOf(world: World, reviewId: number): ReviewData | undefined {
  const [resource] = resourceOf(world, Math.floor(reviewId / 10));
  if (!resource) return undefined;
  const text = REVIEW_TEXTS[reviewId % REVIEW_TEXTS.length] ?? '';
  return { kind: 'review', id: reviewId, username: `studio_${reviewId % 37}`, text, resource };
}

/** `count` versions of different models, as resources; others for each `seed`. */
export function resourcesFor(world: World, seed: number, count: number) {
  return someVersions(world, seed, count).flatMap(({ id }) => resourceOf(world, id));
}

function postContent(world: World, id: number): PostData | undefined {
  const post = postOf(world, id);
  if (!post) return undefined;
  const { version, ...rest } = post;
  return { kind: 'post', ...rest, resource: resourceOf(world, version.id)[0] ?? null };
}

function profileContent(world: World, username: string): ContentData {
  const models = world.catalogue.models.filter(model => model.creator.username === username);
  const own = models.flatMap(model => resourceOf(world, model.versions[0]?.id ?? 0));
  const reviews = someVersions(world, username.length + 3, 5).flatMap(({ id }) => reviewOf(world, id * 10) ?? []);
  return { kind: 'profile', showcase: own.slice(-5), reviews };
}

/** What the account downloaded: the same versions for many accounts, one of them twice. */
function downloads(world: World, account: WorldAccount | undefined): ContentData {
  const resources = resourcesFor(world, (account?.id ?? 0) % 5, 40);
  return { kind: 'versions', title: 'Downloads', resources: [...resources, ...resources.slice(0, 1)] };
}

type Find = (world: World, route: Route, account: WorldAccount | undefined) => ContentData | undefined;

const idOf = (route: Route, name = 'id') => Number(readQuery(route.query, name));
const findPost: Find = (world, route) => postContent(world, idOf(route, 'postId'));

const findCollection: Find = (_, route) => {
  const id = idOf(route, 'collectionId');
  return Number.isInteger(id) && id > 0 ? { kind: 'collection', id, name: `Collection ${id}` } : undefined;
};

const finders: { [page: string]: Find } = {
  '/posts/[postId]': findPost,
  '/posts/[postId]/edit': findPost,
  '/articles/[id]/[[...slug]]': (world, route) => {
    const article = articleOf(world, idOf(route));
    return article && { kind: 'article', ...article, comments: commentsOf(world, article.id) };
  },
  '/reviews/[reviewId]': (world, route) => reviewOf(world, idOf(route, 'reviewId')),
  '/collections/[collectionId]': findCollection,
  '/collections/[collectionId]/review': findCollection,
  '/user/downloads': (world, _, account) => downloads(world, account),
  '/user/[username]': (world, route) => profileContent(world, readQuery(route.query, 'username') ?? ''),
};

/** Whether a page has content of its own. */
export function hasContent(page: string): boolean {
  return page in finders;
}

/** The content of such a page; undefined: there is no such page. */
export function contentFor(world: World, route: Route, account: WorldAccount | undefined): ContentData | undefined {
  return finders[route.page]?.(world, route, account);
}
