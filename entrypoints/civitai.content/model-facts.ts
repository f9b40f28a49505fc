import type { ModelId } from '@/utils/ids';
import type { ModelFact } from '@/utils/membership';
import { send } from '@/utils/send';

/** How long after the first model the rest of the moment may join the same message. */
const COLLECT_MS = 30;
/** Asked again as often as something may have changed, but not for every single change. */
const AGAIN_MS = 250;

/**
 * What is known of the models on screen. It comes from what this browser knows and never causes a request, so it is asked again
 * whenever any version has changed: only the background knows which model that one belongs to.
 */
export function createModelFacts(changed: () => void, signal: AbortSignal) {
  const known = new Map<ModelId, ModelFact>();
  const asked = new Set<ModelId>();
  const pending = new Set<ModelId>();
  let onScreen: readonly ModelId[] = [];
  let session: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let repeat: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    clearTimeout(repeat);
  };
  signal.addEventListener('abort', stop, { once: true });

  const flush = async (): Promise<void> => {
    timer = undefined;
    const modelIds = [...pending];
    pending.clear();
    const answer = await send('models', { modelIds });
    if (signal.aborted || !answer.ok || answer.value.session !== session) return;
    for (const fact of answer.value.models) known.set(fact.modelId, fact);
    changed();
  };
  const ask = (modelIds: readonly ModelId[]): void => {
    onScreen = modelIds;
    if (session === undefined) return;
    for (const id of modelIds) {
      if (asked.has(id)) continue;
      asked.add(id);
      pending.add(id);
    }
    if (pending.size > 0) timer ??= setTimeout(() => void flush(), COLLECT_MS);
  };
  return {
    of: (modelId: ModelId): ModelFact | undefined => known.get(modelId),
    /** The models on screen now; each is asked about once, together with all others of this moment. */
    ask,
    /** Something may have changed. */
    again(): void {
      repeat ??= setTimeout(() => {
        repeat = undefined;
        asked.clear();
        ask(onScreen);
      }, AGAIN_MS);
    },
    /** Whose vault it is now. Another account's facts are forgotten. */
    start(next: string | undefined): void {
      if (next === session) return;
      session = next;
      known.clear();
      asked.clear();
      ask(onScreen);
    },
  };
}
