import type { ModelId } from '@/utils/civitai/ids';
import { ask } from '@/utils/messages/ask';
import { cachedModels } from '@/utils/messages/rows/requests';
import type { ModelFact } from '@/utils/vault/membership';
import { type EnqueueMessage, takeBatch } from './outbox';

/** Models are requested again soon after something may have changed, */
const REFRESH_AFTER_MS = 250;
/** but no more often than this where much changes. */
const REFRESH_AT_MOST_MS = 1_000;

/** Facts about the models on screen, and how far each is requested. Written by the functions of this file alone. */
export type ModelsCache = {
  readonly facts: Map<ModelId, ModelFact>;
  /** Requested, with or without an answer. */
  readonly requested: Set<ModelId>;
  /** Wait for the next message. */
  readonly pending: Set<ModelId>;
  /** The first answer about them is on its way. */
  readonly awaited: Set<ModelId>;
  readonly enqueue: EnqueueMessage;
  /** Called when these models have an answer; without an argument, every model on screen has to be requested anew. */
  readonly changed: (modelIds?: readonly ModelId[]) => void;
  readonly signal: AbortSignal;
  /** Requests all models again soon. To be called when something may have changed. */
  readonly refreshSoon: () => void;
  /** Whose vault it is. */
  session: string | undefined;
};

/**
 * An empty cache. It is filled from what this browser knows: no request goes to the site. Only the worker knows which model a changed
 * version belongs to, so all models are requested again after any change.
 */
export function createModelsCache(
  changed: ModelsCache['changed'],
  enqueue: EnqueueMessage,
  signal: AbortSignal,
): ModelsCache {
  const requested = new Set<ModelId>();
  const refresh = (): void => {
    requested.clear();
    changed();
  };
  return {
    facts: new Map(),
    requested,
    pending: new Set(),
    awaited: new Set(),
    enqueue,
    changed,
    signal,
    refreshSoon: createThrottle(refresh, signal),
    session: undefined,
  };
}

/** Requests each model once, together with all others of this moment. */
export function requestModels(cache: ModelsCache, modelIds: readonly ModelId[]): void {
  const { requested, awaited, pending } = cache;
  if (cache.session === undefined) return;
  for (const id of modelIds) {
    if (requested.has(id)) continue;
    requested.add(id);
    awaited.add(id);
    if (pending.size === 0) cache.enqueue(() => void load(cache));
    pending.add(id);
  }
}

/** True while the first answer about the model is on its way. */
export function isModelAwaited({ awaited, facts }: ModelsCache, modelId: ModelId): boolean {
  return awaited.has(modelId) && !facts.has(modelId);
}

/** Takes over whose vault it is; true if that is another sign-in, whose facts are forgotten. */
export function setModelsSession(cache: ModelsCache, session: string | undefined): boolean {
  if (session === cache.session) return false;
  cache.session = session;
  cache.facts.clear();
  cache.requested.clear();
  return true;
}

async function load(cache: ModelsCache): Promise<void> {
  const modelIds = takeBatch(cache.pending);
  if (cache.pending.size > 0) cache.enqueue(() => void load(cache));
  const answer = await ask(cachedModels, { modelIds });
  if (cache.signal.aborted) return;
  for (const id of modelIds) cache.awaited.delete(id);
  const known = answer.ok && answer.value.session === cache.session ? answer.value.models : [];
  const same = new Set(known.filter(fact => !storeModel(cache, fact)).map(({ modelId }) => modelId));
  const changed = modelIds.filter(id => !same.has(id));
  if (changed.length > 0) cache.changed(changed);
}

/** True if it says something new: most that are requested again have not changed, and need not be drawn again. */
function storeModel({ facts }: ModelsCache, fact: ModelFact): boolean {
  const isNews = JSON.stringify(facts.get(fact.modelId)) !== JSON.stringify(fact);
  facts.set(fact.modelId, fact);
  return isNews;
}

/** Runs `act` once for all calls of a while: soon after the first, and not too often. */
function createThrottle(act: () => void, signal: AbortSignal): () => void {
  let lastRun = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const run = (): void => {
    timer = undefined;
    lastRun = performance.now();
    act();
  };
  return () => {
    timer ??= setTimeout(run, Math.max(REFRESH_AFTER_MS, lastRun + REFRESH_AT_MOST_MS - performance.now()));
  };
}
