import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Connection } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import type { Result } from '@/utils/problem';
import { type AccountState, initialState, reduce } from './account-state';
import { createFiguresRequest } from './request-figures';

/** The account state of a page, and what changes it. */
export type AccountStateOnPage = {
  state: AccountState;
  refresh: () => Promise<void>;
  signIn: (key: string, isBrief: boolean) => Promise<Result<Connection>>;
  signOut: () => Promise<void>;
};

/**
 * The vault's state: first the stored figures, then the background's answer, then its announcements. `atFirst` are the figures if they
 * were read already; they must stay the same object.
 */
export function useAccountState(host: PopupHost, atFirst?: Figures): AccountStateOnPage {
  const [state, dispatch] = useReducer(reduce, atFirst, initialState);
  const request = useRef(createFiguresRequest(host, dispatch)).current;

  // After the first paint: waking the background would hold it up.
  useEffect(() => {
    const ending = new AbortController();
    const restore = async (): Promise<void> => {
      const figures = await host.readFigures();
      if (!ending.signal.aborted) dispatch({ type: 'stored', ...figures });
    };
    host.onAnnouncement(announcement => {
      if (announcement.announce === 'snapshot') void restore();
      if (announcement.announce === 'sync') dispatch({ type: 'sync', status: announcement.status });
      if (announcement.announce === 'connection') request.handleConnection(announcement.connection);
    }, ending.signal);
    const restored = atFirst ? Promise.resolve() : restore();
    void restored.then(() => {
      if (!ending.signal.aborted) void request.ask();
    });
    return () => ending.abort();
  }, [host, request, atFirst]);

  const signIn = useCallback(
    async (key: string, isBrief: boolean) => {
      const result = await host.signIn(key, isBrief);
      if (result.ok) request.handleConnection(result.value);
      return result;
    },
    [host, request],
  );

  // The background's answer decides: a sign-out message that never arrived leaves the account on screen.
  const signOut = useCallback(async () => {
    await host.signOut();
    await request.ask();
  }, [host, request]);

  return { state, refresh: request.ask, signIn, signOut };
}
