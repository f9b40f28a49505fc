import type { ModelId } from '@/utils/ids';
import type { ModelFact } from '@/utils/membership';

/** Asked again as often as something may have changed, but not for every single change. */
const AGAIN_MS = 250;

export type ModelFacts = ReturnType<typeof createModelFacts>;

/**
 * What is known of the models on screen. It comes from what this browser knows and never causes a request, so it is asked again
 * whenever any version has changed: only the background knows which model that one belongs to.
 */
export function createModelFacts(schedule: () => void, signal: AbortSignal) {
  const known = new Map<ModelId, ModelFact>();
  const asked = new Set<ModelId>();
  const pending = new Set<ModelId>();
  let onScreen: Iterable<ModelId> = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  const want = (id: ModelId): void => {
    asked.add(id);
    pending.add(id);
  };
  return {
    of: (modelId: ModelId): ModelFact | undefined => known.get(modelId),
    /** The models on screen now; those not asked about yet join the next message. True if there are any. */
    ask(modelIds: Iterable<ModelId>): boolean {
      onScreen = modelIds;
      for (const id of modelIds) if (!asked.has(id)) want(id);
      return pending.size > 0;
    },
    /** Something may have changed. */
    again(): void {
      timer ??= setTimeout(() => {
        timer = undefined;
        asked.clear();
        for (const id of onScreen) want(id);
        if (pending.size > 0) schedule();
      }, AGAIN_MS);
    },
    /** What goes into the message that is being sent. */
    take(): ModelId[] {
      const ids = [...pending];
      pending.clear();
      return ids;
    },
    keep(facts: readonly ModelFact[]): void {
      for (const fact of facts) known.set(fact.modelId, fact);
    },
    /** Another account: everything is asked anew. */
    forget(): void {
      known.clear();
      this.again();
    },
  };
}
