import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { send } from '@/utils/messages/send';
import type { Problem } from '@/utils/problem';
import { expireFailures, type FactCache, noteRequest, storeCached, storeCheck } from './fact-cache';
import { type EnqueueMessage, takeBatch } from './outbox';
import { retryAt } from './retry-policy';

/** How long after the first id others may join the same request. */
const COLLECT_MS = 30;

/** What may have changed on screen. */
export type Change = { versionIds: readonly VersionId[]; modelIds: readonly ModelId[] };

/** The versions that have to be requested, and how far each is. Written by the functions of this file alone. */
type RequestQueue = {
  readonly cache: FactCache;
  readonly enqueue: EnqueueMessage;
  /** Called when something on screen may have changed; without an argument, everything may have. */
  readonly changed: (change?: Change) => void;
  readonly signal: AbortSignal;
  /** Wait for the next check. */
  readonly toCheck: Set<VersionId>;
  /** Wait for what this browser knows already. */
  readonly toLoad: Set<VersionId>;
  /** The first answer about them is on its way. */
  readonly awaited: Set<VersionId>;
  /** Have to be checked however recently they were confirmed. */
  readonly invalid: Set<VersionId>;
  isLoadEnqueued: boolean;
  checkTimer: ReturnType<typeof setTimeout> | undefined;
  retryTimer: ReturnType<typeof setTimeout> | undefined;
};

/** An empty queue; its timers end with `signal`. */
export function createRequestQueue(
  cache: FactCache,
  enqueue: EnqueueMessage,
  changed: RequestQueue['changed'],
  signal: AbortSignal,
): RequestQueue {
  const queue: RequestQueue = {
    cache,
    enqueue,
    changed,
    signal,
    toCheck: new Set(),
    toLoad: new Set(),
    awaited: new Set(),
    invalid: new Set(),
    isLoadEnqueued: false,
    checkTimer: undefined,
    retryTimer: undefined,
  };
  const stop = (): void => {
    clearTimeout(queue.checkTimer);
    clearTimeout(queue.retryTimer);
  };
  signal.addEventListener('abort', stop, { once: true });
  return queue;
}

/** Requests each version once: first what this browser knows, then a check with all others of this moment. */
export function requestVersions(queue: RequestQueue, versionIds: readonly VersionId[]): void {
  const { cache } = queue;
  if (cache.connection && cache.connection.kind !== 'signed-in') return;
  const now = Date.now();
  for (const id of versionIds) {
    if (!noteRequest(cache, id, now)) continue;
    queue.toCheck.add(id);
    if (cache.facts.has(id)) continue;
    enqueueLoad(queue);
    queue.toLoad.add(id);
    queue.awaited.add(id);
  }
  if (queue.toCheck.size > 0) scheduleCheck(queue);
  if (!cache.connection) enqueueLoad(queue);
}

/** The next request of this version is a check, however recently it was confirmed. */
export function invalidate(queue: RequestQueue, versionId: VersionId): void {
  queue.cache.requestedAt.delete(versionId);
  queue.invalid.add(versionId);
}

/** True while the first answer about the version is on its way. */
export function isVersionAwaited({ awaited, cache }: RequestQueue, versionId: VersionId): boolean {
  return awaited.has(versionId) && !cache.facts.has(versionId);
}

function enqueueLoad(queue: RequestQueue): void {
  if (!queue.isLoadEnqueued) queue.enqueue(() => void load(queue));
  queue.isLoadEnqueued = true;
}

function scheduleCheck(queue: RequestQueue): void {
  queue.checkTimer ??= setTimeout(() => queue.enqueue(() => void check(queue)), COLLECT_MS);
}

async function load(queue: RequestQueue): Promise<void> {
  const { cache, toLoad, awaited } = queue;
  const versionIds = takeBatch(toLoad);
  const before = cache.connection;
  queue.isLoadEnqueued = false;
  if (toLoad.size > 0) enqueueLoad(queue);
  const answer = await send('cached-versions', { versionIds });
  if (queue.signal.aborted) return;
  for (const id of versionIds) awaited.delete(id);
  const isNews = storeCached(cache, before, answer);
  if (!answer.ok && !cache.connection) retryLater(queue, answer.problem);
  queue.changed(isNews ? undefined : { versionIds, modelIds: [] });
}

async function check(queue: RequestQueue): Promise<void> {
  const { cache, toCheck, invalid } = queue;
  queue.checkTimer = undefined;
  const versionIds = takeBatch(toCheck);
  const invalidIds = versionIds.filter(id => invalid.delete(id));
  if (toCheck.size > 0) scheduleCheck(queue);
  const answer = await send('check-versions', { versionIds, ...(invalidIds.length > 0 && { isFresh: true }) });
  if (queue.signal.aborted) return;
  const isNews = storeCheck(cache, versionIds, answer);
  if (cache.problem) {
    for (const id of invalidIds) invalid.add(id);
    // A failure is no answer, but to ask again at once would be a loop.
    retryLater(queue, cache.problem);
  }
  queue.changed(isNews ? undefined : { versionIds, modelIds: [] });
}

function retryLater(queue: RequestQueue, problem: Problem): void {
  clearTimeout(queue.retryTimer);
  queue.retryTimer = setTimeout(() => {
    expireFailures(queue.cache);
    queue.changed();
  }, retryAt(problem) - Date.now());
}
