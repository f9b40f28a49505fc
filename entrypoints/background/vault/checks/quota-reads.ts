import { createGathering } from '@/entrypoints/background/timing/gather';
import type { VaultParts } from '@/entrypoints/background/vault/ports';

/** The quota is read once for all that leaves within a moment. */
export function gatherQuotaReads(parts: VaultParts, isWriting: () => boolean): VaultParts {
  return { ...parts, api: { ...parts.api, vault: createGathering(parts.clock, () => parts.api.vault(), isWriting) } };
}
