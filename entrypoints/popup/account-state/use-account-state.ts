import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Connection } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import type { Result } from '@/utils/problem';
import { type AccountState, initialState, reduce } from './account-state';
import { createFiguresRequest } from './request-figures';

type Vault = {
  story: AccountState;
  refresh: () => Promise<void>;
  signIn: (key: string, isBrief: boolean) => Promise<Result<Connection>>;
  signOut: () => Promise<void>;
};

/**
 * The vault's story, kept up to date: the stored figures first, then the background's answer, then what it announces. `atFirst` are
 * the figures if they have been read already; they are not expected to change.
 */
export function useAccountState(host: PopupHost, atFirst?: Figures): Vault {
  const [story, dispatch] = useReducer(reduce, atFirst, initialState);
  const asker = useRef(createFiguresRequest(host, dispatch)).current;

  // After the first paint: waking the background would hold it up.
  useEffect(() => {
    const ending = new AbortController();
    const restore = async (): Promise<void> => {
      const figures = await host.readFigures();
      if (!ending.signal.aborted) dispatch({ event: 'stored', ...figures });
    };
    host.onAnnouncement(announcement => {
      if (announcement.announce === 'snapshot') void restore();
      if (announcement.announce === 'sync') dispatch({ event: 'sync', status: announcement.status });
      if (announcement.announce === 'connection') asker.meet(announcement.connection);
    }, ending.signal);
    const restored = atFirst ? Promise.resolve() : restore();
    void restored.then(() => {
      if (!ending.signal.aborted) void asker.ask();
    });
    return () => ending.abort();
  }, [host, asker, atFirst]);

  const signIn = useCallback(
    async (key: string, isBrief: boolean) => {
      const result = await host.signIn(key, isBrief);
      if (result.ok) asker.meet(result.value);
      return result;
    },
    [host, asker],
  );

  // The background says how it went: a sign-out that got lost on the way leaves the account on screen.
  const signOut = useCallback(async () => {
    await host.signOut();
    await asker.ask();
  }, [host, asker]);

  return { story, refresh: asker.ask, signIn, signOut };
}
