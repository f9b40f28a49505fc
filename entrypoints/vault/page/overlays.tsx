import type { AccountState } from '@/entrypoints/vault/account-state/account-state';
import { ExportDialog } from '@/entrypoints/vault/export/export-dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { ItemDialog } from '@/entrypoints/vault/item/item-dialog';
import { RemovalDialog } from '@/entrypoints/vault/removal/removal-dialog';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { Entry } from '@/utils/vault-view/prepare';

/** What stands over the list. */
export type Open =
  | { kind: 'item'; id: number }
  | { kind: 'removal'; session: string; items: readonly MirroredItem[] }
  | { kind: 'export' }
  | undefined;

type Props = {
  host: VaultHost;
  open: Open;
  data: AccountState;
  /** Everything, what of it is shown, and what is selected; all in the order of the list. */
  sorted: readonly Entry[];
  shown: readonly Entry[];
  chosen: readonly Entry[];
  now: number;
  /** Why nothing can be removed, if that is so. */
  obstacle: string | undefined;
  onSettled: () => void;
  onRemove: (doomed: readonly Entry[]) => void;
  onClose: () => void;
};

const itemsOf = (entries: readonly Entry[]): MirroredItem[] => entries.map(({ item }) => item);

function Export({ host, data, sorted, shown, chosen, onClose }: Props) {
  const { asOf, snapshot } = data;
  const isNarrowed = shown.length > 0 && shown.length < sorted.length;
  const scopes = [
    { scope: 'vault' as const, title: 'The whole vault', items: itemsOf(sorted) },
    ...(isNarrowed ? [{ scope: 'shown' as const, title: 'What is shown', items: itemsOf(shown) }] : []),
    ...(chosen.length > 0 ? [{ scope: 'selection' as const, title: 'What is selected', items: itemsOf(chosen) }] : []),
  ];
  const head = {
    ...(asOf !== undefined && { asOf }),
    ...(snapshot?.username !== undefined && { username: snapshot.username }),
  };
  return <ExportDialog host={host} scopes={scopes} head={head} isPartial={asOf === undefined} onClose={onClose} />;
}

/** The dialog that is open, if one is. That of an item goes with the item. */
export function Overlays(props: Props) {
  const { host, open, data, sorted, now, onClose } = props;
  if (open?.kind === 'removal') {
    const { session, items } = open;
    return <RemovalDialog {...{ host, session, items, now, onClose }} onSettled={props.onSettled} />;
  }
  if (open?.kind === 'export') return <Export {...props} />;
  const entry = open && sorted.find(({ item }) => item.id === open.id);
  if (!entry) return null;
  return (
    <ItemDialog
      host={host}
      item={entry.item}
      fact={data.facts.get(entry.item.modelVersionId)}
      snapshot={data.snapshot}
      now={now}
      obstacle={props.obstacle}
      onRemove={() => props.onRemove([entry])}
      onClose={onClose}
    />
  );
}
