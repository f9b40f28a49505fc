import type { VaultState } from '@/entrypoints/vault/account-state/vault-state';
import { ItemDialog } from '@/entrypoints/vault/details/item-dialog';
import { ExportScopes } from '@/entrypoints/vault/export/export-scopes';
import { FreeUpDialog } from '@/entrypoints/vault/free-up/free-up-dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { Layout } from '@/entrypoints/vault/layout/layout';
import { LayoutDialog } from '@/entrypoints/vault/layout/layout-dialog';
import { RemovalDialog } from '@/entrypoints/vault/removal/removal-dialog';
import { ShortcutsDialog } from '@/entrypoints/vault/shortcuts/shortcuts-dialog';
import type { RadarFindings } from '@/utils/messages/radar';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { newerOutside } from '@/utils/vault-view/concerns';
import { readSpaceAsked, type SpaceAsked } from '@/utils/vault-view/free-up-url';
import type { Entry } from '@/utils/vault-view/prepare';
import { readOpened } from '@/utils/vault-view/view-url';
import type { Entries } from './use-entries';

/** The dialog that is open. */
export type Open =
  | { kind: 'item'; id: number }
  | { kind: 'removal'; session: string; items: readonly MirroredItem[] }
  | { kind: 'free-up'; session: string; asked: SpaceAsked }
  | { kind: 'export' }
  | { kind: 'layout' }
  | { kind: 'shortcuts' }
  | undefined;

/** What is to be open, as soon as what it shows has been read. */
export type Opened = Open | { kind: 'version'; versionId: number } | { kind: 'space'; asked: SpaceAsked };

/** What the page's address asks for: space, or the details of a version. */
export function readOpenedByAddress(): Opened {
  const asked = readSpaceAsked(location.search);
  if (asked) return { kind: 'space', asked };
  const versionId = readOpened(location.search);
  return versionId === undefined ? undefined : { kind: 'version', versionId };
}

/** The dialog that can be open now. */
export function openOf(opened: Opened, items: readonly MirroredItem[], session: string | undefined): Open {
  if (opened?.kind === 'space')
    return session === undefined ? undefined : { kind: 'free-up', session, asked: opened.asked };
  if (opened?.kind !== 'version') return opened;
  const item = items.find(({ modelVersionId }) => modelVersionId === opened.versionId);
  return item && { kind: 'item', id: item.id };
}

type Props = {
  host: VaultHost;
  open: Open;
  state: VaultState;
  list: Entries;
  findings: RadarFindings | undefined;
  now: number;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** Why nothing can be removed, if that is so. */
  obstacle: string | undefined;
  onSettled: () => void;
  onRemove: (entries: readonly Entry[]) => void;
  onClose: () => void;
};

/** The open dialog. That of an item closes when the item leaves the vault. */
export function Overlays(props: Props) {
  const { open, layout, onLayout, onClose } = props;
  if (open?.kind === 'layout') return <LayoutDialog {...{ layout, onLayout, onClose }} />;
  if (open?.kind === 'shortcuts') return <ShortcutsDialog host={props.host} onClose={onClose} />;
  return <ListOverlays {...props} open={open} />;
}

type ListProps = Props & { open: Exclude<Open, { kind: 'layout' | 'shortcuts' }> };

/** Those that depend on the list. */
function ListOverlays({ host, open, state, list, findings, now, obstacle, onSettled, onRemove, onClose }: ListProps) {
  const { sorted, shown, chosen } = list;
  const { asOf, snapshot } = state;
  if (open?.kind === 'removal') {
    const { session, items } = open;
    return <RemovalDialog {...{ host, session, items, now, onSettled, onClose }} />;
  }
  if (open?.kind === 'free-up') {
    // What isn't read yet would be missing from the proposal.
    if (state.unread > 0 || !state.items) return null;
    const { session, asked } = open;
    const isCounted = state.sync?.kind === 'synced';
    const freeKb = snapshot?.quota && snapshot.quota.totalKb - snapshot.quota.usedKb;
    return (
      <FreeUpDialog
        {...{ host, session, asked, freeKb, findings, isCounted, now, onSettled, onClose }}
        items={state.items}
      />
    );
  }
  if (open?.kind === 'export') {
    // In part, it would lack items without saying so: it opens once all of them are there.
    if (state.unread > 0) return null;
    return <ExportScopes {...{ host, sorted, shown, chosen, asOf, onClose }} username={snapshot?.username} />;
  }
  const entry = open && sorted.find(({ item }) => item.id === open.id);
  if (!entry) return null;
  return (
    <ItemDialog
      host={host}
      item={entry.item}
      fact={state.facts.get(entry.item.modelVersionId)}
      snapshot={snapshot}
      isOnlyCopy={findings?.gone.includes(entry.item.modelVersionId) ?? false}
      newer={newerOf(entry.item, state.items ?? [], findings)}
      now={now}
      obstacle={obstacle}
      onRemove={() => onRemove([entry])}
      onClose={onClose}
    />
  );
}

function newerOf(
  { modelVersionId }: MirroredItem,
  items: readonly MirroredItem[],
  findings: RadarFindings | undefined,
) {
  return newerOutside(items, findings?.newer ?? []).find(({ versionId }) => versionId === modelVersionId);
}
