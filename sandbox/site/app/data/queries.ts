import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { ModelData } from './model.ts';
import { askTrpc } from './trpc.ts';

/** How far a query has come. Successes are kept for ever, as on the site (`staleTime: Infinity`, site-facts.md B.3). */
type QueryState<T> = { status: 'pending' } | { status: 'success'; data: T } | { status: 'error'; code: string };

/** The answers to one kind of question, by number. */
type QueryStore<T> = {
  get(key: number): QueryState<T> | undefined;
  set(key: number, state: QueryState<T>): void;
  load(key: number): void;
  subscribe(listener: () => void): () => void;
};

function createStore<T>(ask: (key: number) => Promise<T>): QueryStore<T> {
  const states = new Map<number, QueryState<T>>();
  const listeners = new Set<() => void>();
  const set = (key: number, state: QueryState<T>) => {
    states.set(key, state);
    for (const listener of listeners) listener();
  };
  return {
    get: key => states.get(key),
    set,
    load(key) {
      if (states.has(key)) return;
      set(key, { status: 'pending' });
      ask(key).then(
        data => set(key, { status: 'success', data }),
        (error: unknown) => set(key, { status: 'error', code: error instanceof Error ? error.message : 'UNKNOWN' }),
      );
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Everything the pages ask of the server, one store a question. */
export type Queries = {
  model: QueryStore<ModelData>;
  /** May this visitor download the version? Resolves late, hence the late vault button (site-facts.md B.3). */
  versionAccess: QueryStore<{ canDownload: boolean }>;
  inVault: QueryStore<boolean>;
};

/** Empty stores; the server fills one per request, the browser one per document. */
export function createQueries(): Queries {
  return {
    model: createStore(id => askTrpc('model.getById', { id, excludeTrainingData: true })),
    versionAccess: createStore(id => askTrpc('modelVersion.getById', { id })),
    inVault: createStore(modelVersionId => askTrpc('vault.isModelVersionInVault', { modelVersionId })),
  };
}

export const QueriesContext = createContext<Queries>(createQueries());

/** The state of one question; asks it when it is wanted (`key` is not null) and has not been asked before. */
export function useQuery<T>(pick: (queries: Queries) => QueryStore<T>, key: number | null): QueryState<T> | undefined {
  const store = pick(useContext(QueriesContext));
  const read = () => (key === null ? undefined : store.get(key));
  const state = useSyncExternalStore(store.subscribe, read, read);
  useEffect(() => {
    if (key !== null) store.load(key);
  }, [store, key]);
  return state;
}
