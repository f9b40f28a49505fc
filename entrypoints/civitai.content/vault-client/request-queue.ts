import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { ask } from '@/utils/messages/ask';
import { cachedVersions, checkVersions } from '@/utils/messages/rows/requests';
import type { Problem } from '@/utils/problem';
import { expireFailures, type FactCache, type Need, noteRequest, storeCached, storeCheck } from './fact-cache';
import { type EnqueueMessage, takeBatch } from './outbox';
import { retryInMs } from './retry-policy';

/** How long after the first id others may join the same request. */
const COLLECT_MS = 30;

/** What may have changed on screen. `isStale`: what is shown stays, and everything is to be requested again. */
export type Change = { versionIds: readonly VersionId[]; modelIds: readonly ModelId[]; isStale?: boolean };

type QueueParts = {
  cache: FactCache;
  enqueue: EnqueueMessage;
  /** Called when something on screen may have changed; without an argument, everything may have. */
  changed: (change?: Change) => void;
  signal: AbortSignal;
};

/** The versions that have to be requested, and how far each is. */
export type RequestQueue = {
  /** Asks whose vault it is, as long as that is not known. */
  connect(): void;
  /** Requests each version once: first what this browser knows, then, for a `need` above 0, a check with all others of this moment. */
  request(versionIds: readonly VersionId[], need?: Need): void;
  /** The next request of this version is a check, however recently it was confirmed. */
  invalidate(versionId: VersionId): void;
  /** True while the first answer about the version is on its way. */
  isAwaited(versionId: VersionId): boolean;
};

/** An empty queue; its timers end with the parts' signal. */
export function createRequestQueue(parts: QueueParts): RequestQueue {
  const { cache } = parts;
  const retryLater = createRetry(parts);
  const loads = createLoads(parts, retryLater);
  const checks = createChecks(parts, retryLater);
  const connect = (): void => {
    if (!cache.connection) loads.enqueue();
  };
  return {
    connect,
    invalidate(versionId) {
      cache.requestedAt.delete(versionId);
      checks.invalid.add(versionId);
    },
    isAwaited: versionId => loads.awaited.has(versionId) && !cache.facts.has(versionId),
    request(versionIds, need = 1) {
      if (cache.connection && cache.connection.kind !== 'signed-in') return;
      const now = Date.now();
      for (const id of versionIds) {
        if (!noteRequest(cache, id, now, need)) continue;
        if (need > 0) checks.waiting.add(id);
        if (need > 1) checks.confirm.add(id);
        if (!cache.facts.has(id)) loads.add(id);
      }
      if (checks.waiting.size > 0) checks.schedule();
      connect();
    },
  };
}

/** Reads what this browser knows already. `awaited`: the first answer about these versions is on its way. */
function createLoads({ cache, enqueue, changed, signal }: QueueParts, retryLater: (problem: Problem) => void) {
  const waiting = new Set<VersionId>();
  const awaited = new Set<VersionId>();
  let isEnqueued = false;
  const enqueueLoad = (): void => {
    if (!isEnqueued) enqueue(() => void load());
    isEnqueued = true;
  };
  const load = async (): Promise<void> => {
    const versionIds = takeBatch(waiting);
    const before = cache.connection;
    isEnqueued = false;
    if (waiting.size > 0) enqueueLoad();
    const answer = await ask(cachedVersions, { versionIds });
    if (signal.aborted) return;
    for (const id of versionIds) awaited.delete(id);
    const isNews = storeCached(cache, before, answer);
    if (!answer.ok && !cache.connection) retryLater(answer.problem);
    changed(isNews ? undefined : { versionIds, modelIds: [] });
  };
  const add = (id: VersionId): void => {
    enqueueLoad();
    waiting.add(id);
    awaited.add(id);
  };
  return { add, awaited, enqueue: enqueueLoad };
}

/** Has versions checked. `invalid`: these are checked however recently they were confirmed. */
function createChecks({ cache, enqueue, changed, signal }: QueueParts, retryLater: (problem: Problem) => void) {
  const waiting = new Set<VersionId>();
  const invalid = new Set<VersionId>();
  const confirm = new Set<VersionId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const schedule = (): void => {
    timer ??= setTimeout(() => enqueue(() => void check()), COLLECT_MS);
  };
  const check = async (): Promise<void> => {
    timer = undefined;
    const versionIds = takeBatch(waiting);
    const invalidIds = versionIds.filter(id => invalid.delete(id));
    if (waiting.size > 0) schedule();
    const isFresh = invalidIds.length > 0;
    const confirmIds = versionIds.filter(id => confirm.delete(id) || (isFresh && invalidIds.includes(id)));
    const answer = await ask(checkVersions, { versionIds, confirm: confirmIds, ...(isFresh && { isFresh }) });
    if (signal.aborted) return;
    const isNews = storeCheck(cache, versionIds, answer);
    if (cache.problem) {
      for (const id of invalidIds) invalid.add(id);
      // A failure is no answer, but to ask again at once would be a loop.
      retryLater(cache.problem);
    }
    changed(isNews ? undefined : { versionIds, modelIds: [] });
  };
  return { waiting, invalid, confirm, schedule };
}

/** Lets failed versions be requested again, and says so, once that may help. */
function createRetry({ cache, changed, signal }: QueueParts): (problem: Problem) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return problem => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      expireFailures(cache);
      changed();
    }, retryInMs(problem));
  };
}
