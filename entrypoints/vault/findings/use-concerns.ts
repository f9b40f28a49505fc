import { useMemo } from 'preact/hooks';
import type { VaultState } from '@/entrypoints/vault/account-state/vault-state';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { Swap } from '@/utils/messages/radar';
import { overLimitOf } from '@/utils/vault/over-limit';
import { concernsOf } from '@/utils/vault-view/concerns';
import { useFindings } from './use-findings';

/** What was found out about the vault's versions, and which items that concerns. */
export function useConcerns(host: VaultHost, { items, session, snapshot }: VaultState) {
  const { findings, read } = useFindings(host, session);
  const overKb = (snapshot?.quota && overLimitOf(snapshot.quota)?.overKb) ?? 0;
  const concerned = useMemo(() => concernsOf(items ?? [], findings, overKb), [items, findings, overKb]);
  const keepBoth = async ({ versionId }: Swap): Promise<void> => {
    await host.keepBoth(versionId);
    await read();
  };
  return { findings, concerned, keepBoth };
}
