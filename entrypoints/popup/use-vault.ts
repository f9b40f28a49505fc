import { useCallback, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Connection } from '@/utils/account';
import type { Result } from '@/utils/problem';
import { createAsker } from './asker';
import type { PopupHost } from './popup-host';
import { tell, untold, type VaultStory } from './vault-story';

type Vault = {
  story: VaultStory;
  refresh: () => Promise<void>;
  signIn: (key: string, isBrief: boolean) => Promise<Result<Connection>>;
  signOut: () => Promise<void>;
};

/** The vault's story, kept up to date: the stored figures first, then the background's answer, then what it announces. */
export function useVault(host: PopupHost): Vault {
  const [story, dispatch] = useReducer(tell, untold);
  const asker = useRef(createAsker(host, dispatch)).current;

  // Not after the first paint: by then the stored figures can be in it.
  useLayoutEffect(() => {
    const ending = new AbortController();
    const restore = async (): Promise<void> => {
      const [snapshot, stock] = await Promise.all([host.readSnapshot(), host.readStock()]);
      if (!ending.signal.aborted) dispatch({ event: 'stored', snapshot, stock });
    };
    host.listen(announcement => {
      if (announcement.announce === 'snapshot') void restore();
      if (announcement.announce === 'sync') dispatch({ event: 'sync', status: announcement.status });
      if (announcement.announce === 'connection') asker.meet(announcement.connection);
    }, ending.signal);
    void restore().then(() => {
      if (!ending.signal.aborted) void asker.ask();
    });
    return () => ending.abort();
  }, [host, asker]);

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
