import type { Connection } from '@/utils/account';
import type { VersionFact } from '@/utils/membership';
import { ok, type Result } from '@/utils/problem';
import type { SyncStatus } from '@/utils/protocol';
import type { KnownItem } from '@/utils/vault-item';
import type { VaultHost } from './vault-host';

/** All that this browser knows of the vault, at one moment. */
export type KnownVault = { connection: Connection; items: KnownItem[]; facts: VersionFact[]; status: SyncStatus };

/** Reads the mirror, piece by piece. If the account changes meanwhile, what was read of the one before is thrown away. */
export async function readVault(host: Pick<VaultHost, 'readContents'>): Promise<Result<KnownVault>> {
  let vault: KnownVault | undefined;
  for (let after: number | undefined; ; ) {
    const piece = await host.readContents(after);
    if (!piece.ok) return piece;
    const { next, ...read } = piece.value;
    const isSame = vault && JSON.stringify(vault.connection) === JSON.stringify(read.connection);
    vault =
      vault && isSame
        ? { ...read, items: [...vault.items, ...read.items], facts: [...vault.facts, ...read.facts] }
        : read;
    if (next === undefined) return ok(vault);
    after = next;
  }
}
