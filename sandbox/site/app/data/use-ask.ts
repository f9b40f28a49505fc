import { useEffect, useSyncExternalStore } from 'react';
import { askTrpc } from './trpc.ts';

/** One tRPC query and its answers, kept for the life of the document. */
type Ask<Input extends object, Answer> = {
  get(key: string): Answer | undefined;
  load(key: string): Promise<void>;
  subscribe(listener: () => void): () => void;
  /** Never set; ties the input's type to the query. */
  input?: Input;
};

/** A query by its procedure's name. */
export function createAsk<Input extends object, Answer>(procedure: string): Ask<Input, Answer> {
  const answers = new Map<string, Answer | undefined>();
  const listeners = new Set<() => void>();
  return {
    get: key => answers.get(key),
    async load(key) {
      if (answers.has(key)) return;
      answers.set(key, undefined);
      const answer = await askTrpc<Answer>(procedure, JSON.parse(key)).catch(() => undefined);
      answers.set(key, answer);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The answer, once it is there. Null asks nothing; a query that failed has none. */
export function useAnswer<Input extends object, Answer>(
  ask: Ask<Input, Answer>,
  input: Input | null,
): Answer | undefined {
  const key = input && JSON.stringify(input);
  useEffect(() => {
    if (key !== null) void ask.load(key);
  }, [ask, key]);
  const read = () => (key === null ? undefined : ask.get(key));
  return useSyncExternalStore(ask.subscribe, read, () => undefined);
}
