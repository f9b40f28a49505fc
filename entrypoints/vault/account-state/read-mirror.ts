import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { CachedPart } from '@/utils/messages/protocol';
import { readVault } from '@/utils/messages/read-vault';
import type { VersionFact } from '@/utils/vault/membership';
import { prepare } from '@/utils/vault-view/prepare';
import type { MirrorEvent } from './vault-state';

/** Reading 5,000 items takes a moment: this is the shortest interval between two reads, however many announcements come. */
const MIN_INTERVAL_MS = 1_000;
/** A part of the first read is shown if there is so much more of it than before: each time, the whole list is sorted and filtered. */
const SHOWN_GROWTH = 4;

export type Reader = {
  /** Reads the mirror now, or after the running read and its interval. Several calls meanwhile cause one read. */
  read(): Promise<void>;
  /** Records announced facts: those that arrive during a read are applied after it. */
  addAnnounced(facts: readonly VersionFact[]): void;
};

/** Reads the mirror for the page until `signal` aborts. The first time, what has been read is shown while the rest is being read. */
export function createMirrorReader(
  host: Pick<VaultHost, 'readPart'>,
  dispatch: (event: MirrorEvent) => void,
  signal: AbortSignal,
): Reader {
  let announced: VersionFact[] = [];
  let isReading = false;
  let isRequested = false;
  let isFirst = true;
  let shown = 0;

  async function read(): Promise<void> {
    if (isReading) {
      isRequested = true;
      return;
    }
    isReading = true;
    isRequested = false;
    announced = [];
    const vault = await readVault(host.readPart, isFirst ? showPart : undefined);
    if (signal.aborted) return;
    if (vault.ok) {
      isFirst = false;
      dispatch({ type: 'read', vault: vault.value, announced });
    }
    // A list that stays in part would be one that is being read for ever.
    else if (shown > 0) isRequested = true;
    void endInterval();
  }

  function showPart(soFar: CachedPart): void {
    // Now, while the next part is on its way, rather than all at the end.
    prepare(soFar.items);
    const { length } = soFar.items;
    if (signal.aborted || (shown > 0 && length < shown * SHOWN_GROWTH)) return;
    shown = length;
    dispatch({ type: 'read', vault: soFar, announced, unread: soFar.unread });
  }

  async function endInterval(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, MIN_INTERVAL_MS));
    isReading = false;
    if (isRequested && !signal.aborted) void read();
  }

  return { read, addAnnounced: facts => void announced.push(...facts) };
}
