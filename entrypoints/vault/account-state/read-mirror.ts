import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { readVault } from '@/utils/messages/read-vault';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirrorEvent } from './vault-state';

/** Reading 5,000 items takes a moment: this is the shortest interval between two reads, however many announcements come. */
const MIN_INTERVAL_MS = 1_000;

export type Reader = {
  /** Reads the mirror now, or after the running read and its interval. Several calls meanwhile cause one read. */
  read(): Promise<void>;
  /** Records announced facts: those that arrive during a read are applied after it. */
  addAnnounced(facts: readonly VersionFact[]): void;
};

/** Reads the mirror for the page until `signal` aborts. */
export function createMirrorReader(
  host: Pick<VaultHost, 'readPart'>,
  dispatch: (event: MirrorEvent) => void,
  signal: AbortSignal,
): Reader {
  let announced: VersionFact[] = [];
  let isReading = false;
  let isRequested = false;

  async function read(): Promise<void> {
    if (isReading) {
      isRequested = true;
      return;
    }
    isReading = true;
    isRequested = false;
    announced = [];
    const vault = await readVault(host.readPart);
    if (signal.aborted) return;
    if (vault.ok) dispatch({ type: 'read', vault: vault.value, announced });
    void endInterval();
  }

  async function endInterval(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, MIN_INTERVAL_MS));
    isReading = false;
    if (isRequested && !signal.aborted) void read();
  }

  return { read, addAnnounced: facts => void announced.push(...facts) };
}
