import type { ModelId } from '@/utils/civitai/ids';
import { send } from '@/utils/messages/send';
import type { ModelFact } from '@/utils/vault/membership';
import type { QueueMessage } from './outbox';
import { takeIds } from './take';

/** Asked again soon after something may have changed, */
const ASK_AGAIN_MS = 250;
/** but not for every single change of many: then no more often than this. */
const ASK_AGAIN_AT_MOST_MS = 1_000;

/**
 * What is known of the models on screen. It comes from what this browser knows and never causes a request, so it is asked again
 * whenever any version has changed: only the background knows which model that one belongs to. `changed`: these models, or whatever
 * is on screen has to be asked about anew.
 */
export function createModelsCache(
  changed: (modelIds?: readonly ModelId[]) => void,
  post: QueueMessage,
  signal: AbortSignal,
) {
  const known = new Map<ModelId, ModelFact>();
  const asked = new Set<ModelId>();
  const pending = new Set<ModelId>();
  const open = new Set<ModelId>();
  let session: string | undefined;
  let repeatedAt = 0;
  let repeat: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(repeat), { once: true });

  const flush = async (): Promise<void> => {
    const modelIds = takeIds(pending);
    if (pending.size > 0) post(() => void flush());
    const answer = await send('cached-models', { modelIds });
    if (signal.aborted) return;
    for (const id of modelIds) open.delete(id);
    if (answer.ok && answer.value.session === session) {
      for (const fact of answer.value.models) known.set(fact.modelId, fact);
    }
    changed(modelIds);
  };
  return {
    of: (modelId: ModelId): ModelFact | undefined => known.get(modelId),
    /** True while the first answer about it is on its way. */
    awaits: (modelId: ModelId): boolean => open.has(modelId) && !known.has(modelId),
    /** Each is asked about once, together with all others of this moment. */
    ask(modelIds: readonly ModelId[]): void {
      if (session === undefined) return;
      for (const id of modelIds) {
        if (asked.has(id)) continue;
        asked.add(id);
        open.add(id);
        if (pending.size === 0) post(() => void flush());
        pending.add(id);
      }
    },
    /** Something may have changed. */
    again(): void {
      repeat ??= setTimeout(
        () => {
          repeat = undefined;
          repeatedAt = performance.now();
          asked.clear();
          changed();
        },
        Math.max(ASK_AGAIN_MS, repeatedAt + ASK_AGAIN_AT_MOST_MS - performance.now()),
      );
    },
    /** Whose vault it is now. Another account's facts are forgotten. */
    start(next: string | undefined): void {
      if (next === session) return;
      session = next;
      known.clear();
      asked.clear();
    },
  };
}
