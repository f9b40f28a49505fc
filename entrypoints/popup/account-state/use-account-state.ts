import { useCallback, useEffect } from 'preact/hooks';
import { useAccountStore } from '@/components/use-account-store';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Connection } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import { type AccountState, FIRST_STATE, reduceAccount } from '@/utils/account-state/account-state';
import type { Result } from '@/utils/problem';

/** The account state of the popup, and what changes it. */
export type AccountStateOnPage = {
  state: AccountState;
  refresh: () => Promise<void>;
  signIn: (key: string, isBrief: boolean) => Promise<Result<Connection>>;
  showWithLogin: () => Promise<Result<Connection>>;
  signOut: () => Promise<void>;
};

/**
 * The account state: first the stored figures, then the background's answer, then its announcements. `atFirst` are the figures if they
 * were read already; they must stay the same object.
 */
export function useAccountState(host: PopupHost, atFirst?: Figures): AccountStateOnPage {
  const { state, store } = useAccountStore(host, reduceAccount<AccountState>, () =>
    atFirst ? reduceAccount(FIRST_STATE, { type: 'stored', figures: atFirst }) : FIRST_STATE,
  );

  // After the first paint: waking the background would delay it.
  useEffect(() => {
    const ending = new AbortController();
    const restore = async (): Promise<void> => {
      const figures = await host.readFigures();
      if (!ending.signal.aborted) store.dispatch({ type: 'stored', figures });
    };
    host.onAnnouncement(announcement => {
      if (announcement.announce === 'snapshot') void restore();
      if (announcement.announce === 'sync') store.dispatch({ type: 'sync', status: announcement.status });
      if (announcement.announce === 'connection')
        store.dispatch({ type: 'connection', connection: announcement.connection });
    }, ending.signal);
    const restored = atFirst ? Promise.resolve() : restore();
    void restored.then(() => {
      if (!ending.signal.aborted) void store.refresh();
    });
    return () => ending.abort();
  }, [host, store, atFirst]);

  const signIn = useCallback(
    async (key: string, isBrief: boolean) => {
      const result = await host.signIn(key, isBrief);
      if (result.ok) store.dispatch({ type: 'connection', connection: result.value });
      return result;
    },
    [host, store],
  );

  const showWithLogin = useCallback(async () => {
    const result = await host.showWithLogin();
    if (result.ok) store.dispatch({ type: 'connection', connection: result.value });
    return result;
  }, [host, store]);

  // The background's answer decides: a sign-out message that never arrived leaves the account on screen.
  const signOut = useCallback(async () => {
    await host.signOut();
    await store.refresh();
  }, [host, store]);

  return { state, refresh: store.refresh, signIn, showWithLogin, signOut };
}
