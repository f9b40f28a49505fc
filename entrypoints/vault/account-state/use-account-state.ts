import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { Announcement } from '@/utils/messages/protocol';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { type AccountEvent, type AccountState, INITIAL_STATE, reduce } from './account-state';
import { createMirrorReader, type Reader } from './read-mirror';

const BEHIND_MS = 60_000;

/** Whether the figures are so much older than the list that they may lack its changes. */
function isBehind({ snapshot, isRefreshing }: AccountState, status: SyncStatus): boolean {
  return !isRefreshing && status.kind === 'synced' && snapshot !== undefined && status.at - snapshot.asOf > BEHIND_MS;
}

/** What an announcement changes by itself. */
function eventOf(announcement: Announcement): AccountEvent | undefined {
  switch (announcement.announce) {
    case 'connection':
      return { type: 'connection', connection: announcement.connection };
    case 'facts':
      return { type: 'facts', session: announcement.session, facts: announcement.facts };
    case 'sync':
      return { type: 'status', status: announcement.status };
    default:
      return undefined;
  }
}

/** The vault's state: first the mirror, then the site's answer, then the background's announcements. */
export function useAccountState(host: VaultHost): AccountState & { refresh: () => Promise<void> } {
  const [state, dispatch] = useReducer(reduce, INITIAL_STATE);
  const latest = useRef(state);
  latest.current = state;
  const reader = useRef<Reader>(undefined);
  const refresh = useCallback(async () => {
    dispatch({ type: 'asked' });
    dispatch({ type: 'answered', result: await host.refresh() });
  }, [host]);
  useEffect(() => {
    const ending = new AbortController();
    const reading = createMirrorReader(host, dispatch, ending.signal);
    reader.current = reading;
    const restore = async (): Promise<void> => {
      const snapshot = await host.readSnapshot();
      if (!ending.signal.aborted) dispatch({ type: 'stored', snapshot });
    };
    host.onAnnouncement(announcement => {
      if (announcement.announce === 'snapshot') void restore();
      if (announcement.announce === 'facts') reading.addAnnounced(announcement.facts);
      const event = eventOf(announcement);
      if (event) dispatch(event);
      if (event?.type !== 'status') return;
      void reading.read();
      if (isBehind(latest.current, event.status)) void refresh();
    }, ending.signal);
    void Promise.all([restore(), reading.read()]).then(() => {
      if (ending.signal.aborted) return;
      host.refreshNow('covers');
      void refresh();
    });
    return () => ending.abort();
  }, [host, refresh]);

  useEffect(() => {
    if (state.isStale) void reader.current?.read();
  }, [state.isStale]);

  return { ...state, refresh };
}
