import { ok, type Result } from '@/utils/problem';
import { ITEMS_AT_ONCE, type KnownItems } from '@/utils/protocol';
import type { VaultHost } from './vault-host';

/** Reads the mirror, part by part. If the account changes meanwhile, what was read of the one before is thrown away. */
export async function readVault(host: Pick<VaultHost, 'readItems'>): Promise<Result<KnownItems>> {
  let vault: KnownItems | undefined;
  for (let after: number | undefined; ; ) {
    const part = await host.readItems(after);
    if (!part.ok) return part;
    const { session, items, facts } = part.value;
    const isStart = vault === undefined;
    if (vault && vault.session !== session) return session === undefined ? part : readVault(host);
    vault = vault
      ? { ...part.value, items: [...vault.items, ...items], facts: [...vault.facts, ...facts] }
      : part.value;
    after = items.at(-1)?.id;
    if (items.length < ITEMS_AT_ONCE || (isStart && session === undefined)) return ok(vault);
  }
}
