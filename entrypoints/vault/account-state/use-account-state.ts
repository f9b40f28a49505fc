import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { SyncStatus } from '@/utils/messages/protocol';
import { type AccountState, INITIAL_STATE, reduce } from './account-state';
import { createMirrorReader, type Reader } from './read-mirror';

const BEHIND_MS = 60_000;

/** Whether the list is so much newer than the figures that what has changed in it may be missing there. */
function isBehind({ snapshot, isRefreshing }: AccountState, status: SyncStatus): boolean {
  return !isRefreshing && status.kind === 'synced' && snapshot !== undefined && status.at - snapshot.asOf > BEHIND_MS;
}

/** The vault, kept up to date: the mirror first, then what the site answers, then what the background announces. */
export function useAccountState(host: VaultHost): AccountState & { refresh: () => Promise<void> } {
  const [data, dispatch] = useReducer(reduce, INITIAL_STATE);
  const latest = useRef(data);
  latest.current = data;
  const reader = useRef<Reader>(undefined);
  const refresh = useCallback(async () => {
    dispatch({ event: 'asked' });
    dispatch({ event: 'answered', result: await host.refresh() });
  }, [host]);

  useEffect(() => {
    const ending = new AbortController();
    const reading = createMirrorReader(host, dispatch, ending.signal);
    reader.current = reading;
    const restore = async (): Promise<void> => {
      const snapshot = await host.readSnapshot();
      if (!ending.signal.aborted) dispatch({ event: 'stored', snapshot });
    };
    host.onAnnouncement(told => {
      if (told.announce === 'snapshot') void restore();
      else if (told.announce === 'connection') dispatch({ event: 'connection', connection: told.connection });
      else if (told.announce === 'facts') {
        reading.hear(told.facts);
        dispatch({ event: 'facts', session: told.session, facts: told.facts });
      } else if (told.announce === 'sync') {
        dispatch({ event: 'status', status: told.status });
        void reading.read();
        if (isBehind(latest.current, told.status)) void refresh();
      }
    }, ending.signal);
    void Promise.all([restore(), reading.read()]).then(() => {
      if (ending.signal.aborted) return;
      host.refreshNow('covers');
      void refresh();
    });
    return () => ending.abort();
  }, [host, refresh]);

  useEffect(() => {
    if (data.isStale) void reader.current?.read();
  }, [data.isStale]);

  return { ...data, refresh };
}
