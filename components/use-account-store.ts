import { useRef, useState } from 'preact/hooks';
import type { AccountEvent, AccountState } from '@/utils/account-state/account-state';
import { type AccountStore, createAccountStore } from '@/utils/account-state/account-store';

type Host = Parameters<typeof createAccountStore>[0];

/** The page's account store, and its state for this render. `first` creates the state of the first render. */
export function useAccountStore<State extends AccountState, Event = AccountEvent>(
  host: Host,
  reduce: (state: State, event: Event | AccountEvent) => State,
  first: () => State,
): { state: State; store: AccountStore<State, Event> } {
  const [state, setState] = useState(first);
  const store = useRef<AccountStore<State, Event>>(undefined);
  store.current ??= createAccountStore(host, reduce, state, setState);
  return { state, store: store.current };
}
