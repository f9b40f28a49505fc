import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { Entry } from '@/utils/vault-view/prepare';
import { ExportDialog } from './export-dialog';

type Props = {
  host: VaultHost;
  /** All entries, those shown, and those selected; all in the order of the list. */
  sorted: readonly Entry[];
  shown: readonly Entry[];
  chosen: readonly Entry[];
  /** When the whole vault was last read, epoch ms; absent while it never was. */
  asOf: number | undefined;
  username: string | undefined;
  onClose: () => void;
};

const itemsOf = (entries: readonly Entry[]): MirroredItem[] => entries.map(({ item }) => item);

/** The export dialog, with the parts of the vault that can be exported now. */
export function ExportScopes({ host, sorted, shown, chosen, asOf, username, onClose }: Props) {
  const isNarrowed = shown.length > 0 && shown.length < sorted.length;
  const scopes = [
    { scope: 'vault' as const, items: itemsOf(sorted) },
    ...(isNarrowed ? [{ scope: 'shown' as const, items: itemsOf(shown) }] : []),
    ...(chosen.length > 0 ? [{ scope: 'selection' as const, items: itemsOf(chosen) }] : []),
  ];
  const head = { ...(asOf !== undefined && { asOf }), ...(username !== undefined && { username }) };
  return <ExportDialog host={host} scopes={scopes} head={head} isPartial={asOf === undefined} onClose={onClose} />;
}
