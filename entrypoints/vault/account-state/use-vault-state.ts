import { useEffect, useRef } from 'preact/hooks';
import { useAccountStore } from '@/components/use-account-store';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { ageOf } from '@/utils/age';
import type { Announcement } from '@/utils/messages/protocol';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { createMirrorReader, type Reader } from './read-mirror';
import { FIRST_VAULT_STATE, reduceVault, type VaultEvent, type VaultState } from './vault-state';

const BEHIND_MS = 60_000;

/**
 * Whether the figures are so much older than the list that they may lack its changes. Figures from the future came before the clock was
 * set back. `now` is epoch ms.
 */
function isBehind({ snapshot, request }: VaultState, status: SyncStatus, now: number): boolean {
  if (request !== undefined || status.kind !== 'synced' || !snapshot) return false;
  return ageOf(snapshot.asOf, status.at) > BEHIND_MS || snapshot.asOf > now;
}

/** What an announcement changes by itself. */
function eventOf(announcement: Announcement): VaultEvent | undefined {
  switch (announcement.announce) {
    case 'connection':
      return { type: 'connection', connection: announcement.connection };
    case 'facts':
      return { type: 'facts', session: announcement.session, facts: announcement.facts };
    case 'sync':
      return { type: 'sync', status: announcement.status };
    default:
      return undefined;
  }
}

/** The vault's state: first the mirror, then the site's answer, then the background's announcements. */
export function useVaultState(host: VaultHost): VaultState & { refresh: () => Promise<void> } {
  const { state, store } = useAccountStore<VaultState, VaultEvent>(host, reduceVault, () => FIRST_VAULT_STATE);
  const reader = useRef<Reader>(undefined);

  useEffect(() => {
    const ending = new AbortController();
    const reading = createMirrorReader(host, store.dispatch, ending.signal);
    reader.current = reading;
    const restore = async (): Promise<void> => {
      const snapshot = await host.readSnapshot();
      if (!ending.signal.aborted) store.dispatch({ type: 'stored', figures: { snapshot, summary: undefined } });
    };
    host.onAnnouncement(announcement => {
      if (announcement.announce === 'snapshot') void restore();
      if (announcement.announce === 'facts') reading.addAnnounced(announcement.facts);
      const event = eventOf(announcement);
      if (event) store.dispatch(event);
      if (event?.type !== 'sync') return;
      void reading.read();
      if (isBehind(store.state(), event.status, host.now())) void store.refresh();
    }, ending.signal);
    void Promise.all([restore(), reading.read()]).then(() => {
      if (ending.signal.aborted) return;
      host.refreshNow('covers');
      void store.refresh();
    });
    return () => ending.abort();
  }, [host, store]);

  useEffect(() => {
    if (state.isStale) void reader.current?.read();
  }, [state.isStale]);

  return { ...state, refresh: store.refresh };
}
