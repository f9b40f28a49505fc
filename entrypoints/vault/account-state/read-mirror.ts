import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { readVault } from '@/utils/messages/read-vault';
import type { VersionFact } from '@/utils/vault/membership';
import type { AccountEvent } from './account-state';

/** Reading 5,000 items takes a moment; however much is announced, it is not done more often than this. */
const REST_MS = 1_000;

export type Reader = {
  /** Reads the mirror, now or once the one that is being made and its rest are over. Many calls meanwhile are one. */
  read(): Promise<void>;
  /** Notes facts that were announced: those that come while the mirror is being read count after it. */
  hear(facts: readonly VersionFact[]): void;
};

/** Reads the mirror for the page until `signal` aborts. */
export function createMirrorReader(
  host: Pick<VaultHost, 'readPart'>,
  dispatch: (event: AccountEvent) => void,
  signal: AbortSignal,
): Reader {
  let heard: VersionFact[] = [];
  let isReading = false;
  let isWanted = false;

  async function read(): Promise<void> {
    if (isReading) {
      isWanted = true;
      return;
    }
    isReading = true;
    isWanted = false;
    heard = [];
    const vault = await readVault(host.readPart);
    if (signal.aborted) return;
    if (vault.ok) dispatch({ event: 'read', vault: vault.value, heard });
    void rest();
  }

  async function rest(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, REST_MS));
    isReading = false;
    if (isWanted && !signal.aborted) void read();
  }

  return { read, hear: facts => void heard.push(...facts) };
}
