import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { type AccountEvent, type AccountState, needsFigures } from './account-state';

/** A page's account state, and the requests that keep it up to date. */
export type AccountStore<State extends AccountState, Event> = {
  state(): State;
  dispatch(event: Event | AccountEvent): void;
  /** Requests figures; an answer to an earlier request is dropped. Resolves once the state has the answer, never rejects. */
  refresh(): Promise<void>;
};

/**
 * Creates the store of a page. Whenever the figures on screen are not those of the announced account, it requests them by itself.
 * `onChange` follows every event.
 */
export function createAccountStore<State extends AccountState, Event>(
  host: { refresh(): Promise<Result<Snapshot>> },
  reduce: (state: State, event: Event | AccountEvent) => State,
  first: State,
  onChange: (state: State) => void,
): AccountStore<State, Event> {
  let state = first;
  let lastRequest = 0;

  function apply(event: Event | AccountEvent): void {
    state = reduce(state, event);
    onChange(state);
  }

  async function refresh(): Promise<void> {
    lastRequest += 1;
    const request = lastRequest;
    apply({ type: 'asked', request });
    const result = await host.refresh();
    apply({ type: 'answered', request, result });
    if (needsFigures(state)) await refresh();
  }

  return {
    state: () => state,
    dispatch(event) {
      apply(event);
      if (needsFigures(state)) void refresh();
    },
    refresh,
  };
}
