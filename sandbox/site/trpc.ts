import { setTimeout as wait } from 'node:timers/promises';
import { commentsOf } from '@/sandbox/content/articles.ts';
import type { SiteRequest, SiteResponse } from '@/sandbox/http/site-contract.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { resourcesFor, reviewOf } from './content.ts';
import { type FeedFilter, feedFor } from './feed-data.ts';
import { imageDataFor, modelDataFor } from './model-data.ts';
import { encodePayload } from './next-data.ts';
import { canDownload, isRed } from './viewer.ts';

/** Access is known late on the site, and with it the vault button (site-facts.md B.3). */
const ACCESS_DELAY_MS = 300;

/** Which versions the notifications are about. */
const NOTIFIED = 9;

type Input = FeedFilter & { id?: number };

function readInput(search: string): Input {
  try {
    const { json } = JSON.parse(new URLSearchParams(search).get('input') ?? '{}');
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}

function accessFor(world: World, id: number, request: SiteRequest): { id: number; canDownload: boolean } | undefined {
  const version = world.catalogue.findVersion(id);
  const model = version && world.catalogue.findModel(version.modelId);
  return model && { id, canDownload: canDownload(model, version, request.account, world.clock.now()) };
}

async function answer(world: World, request: SiteRequest): Promise<unknown> {
  const input = readInput(request.search);
  const { id = 0 } = input;
  switch (request.path) {
    case '/api/trpc/model.getById':
      return modelDataFor(world, id, request.account);
    case '/api/trpc/modelVersion.getById':
      await wait(ACCESS_DELAY_MS);
      return accessFor(world, id, request);
    case '/api/trpc/model.getAll':
      return feedFor(world, input, isRed(request.host));
    case '/api/trpc/image.get':
      return imageDataFor(world, id);
    case '/api/trpc/comment.getAll':
      return commentsOf(world, id);
    case '/api/trpc/notification.getAllByUser':
      return resourcesFor(world, NOTIFIED, 5);
    case '/api/trpc/resourceReview.get':
      return reviewOf(world, id);
    default:
      return undefined;
  }
}

/** The tRPC queries of the site's own pages, in the encoding of the settings. */
export async function answerTrpc(world: World, request: SiteRequest): Promise<SiteResponse> {
  const data = await answer(world, request);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (data !== undefined) {
    const body = JSON.stringify({ result: { data: encodePayload(data, world.settings.trpcEncoding) } });
    return { status: 200, headers, body };
  }
  const error = { message: 'NOT_FOUND', code: -32004, data: { code: 'NOT_FOUND', httpStatus: 404 } };
  return { status: 404, headers, body: JSON.stringify({ error: { json: error } }) };
}
