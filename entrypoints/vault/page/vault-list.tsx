import { useState } from 'preact/hooks';
import type { VaultState } from '@/entrypoints/vault/account-state/vault-state';
import { FindingsNotices } from '@/entrypoints/vault/findings/findings-notices';
import { useConcerns } from '@/entrypoints/vault/findings/use-concerns';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { useLayout } from '@/entrypoints/vault/layout/use-layout';
import { useShortcuts } from '@/entrypoints/vault/shortcuts/use-shortcuts';
import { describeProblem } from '@/utils/sentences/describe-problem';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { moreSpace } from '@/utils/vault-view/free-up-url';
import type { Entry } from '@/utils/vault-view/prepare';
import { type View, WHOLE } from '@/utils/vault-view/view';
import { EmptyVault } from './empty-states';
import { ListMain } from './list-main';
import { type Opened, Overlays, openOf } from './overlays';
import { Side } from './side';
import { useEntries } from './use-entries';
import { useListFocus } from './use-list-focus';
import './vault-list.css';

type Props = {
  host: VaultHost;
  state: VaultState & { items: readonly MirroredItem[] };
  view: View;
  now: number;
  opened: Opened;
  onView: (view: View) => void;
  onOpened: (opened: Opened) => void;
  /** Requests the figures again. */
  onRefresh: () => void;
};

/** The vault: search, filters, sort order, selection and the actions on it. */
export function VaultList(props: Props) {
  const { items, snapshot } = props.state;
  // An account without a vault has a notice already.
  if (items.length === 0) return snapshot?.membership === 'never' ? null : <EmptyVault />;
  return <FilledList {...props} />;
}

function FilledList({ host, state, view, now, opened, onView, onOpened, onRefresh }: Props) {
  const { items, session } = state;
  const open = openOf(opened, items, session);
  const [isFiltering, setFiltering] = useState(false);
  const { findings, concerned, keepBoth } = useConcerns(host, state);
  const list = useEntries(items, view, concerned);
  const focus = useListFocus();
  const [layout, setLayout] = useLayout();
  useShortcuts(shortcut => (shortcut === 'search' ? focus.search.current?.focus() : onOpened({ kind: 'shortcuts' })));
  const obstacle = obstacleOf(state, now);
  const changeView = (next: View): void => {
    onView(next);
    focus.toTop();
  };
  const remove = (entries: readonly Entry[]): void => {
    if (obstacle !== undefined || session === undefined) return;
    onOpened({ kind: 'removal', session, items: entries.map(({ item }) => item) });
  };
  const close = (): void => {
    onOpened(undefined);
    focus.restore();
  };
  const removeItem = (item: MirroredItem): void => remove(list.entries.filter(entry => entry.item === item));
  return (
    <>
      <FindingsNotices {...{ findings, items }} onRemove={removeItem} onKeepBoth={swap => void keepBoth(swap)} />
      <div class="browser">
        <Side
          {...{ state, view, now, isFiltering }}
          onFilters={() => setFiltering(!isFiltering)}
          onFreeUp={obstacle === undefined ? freeUpOf(state, onOpened) : undefined}
          itemCount={items.length + state.unread}
          facets={list.facets}
          concerned={concerned}
          onView={changeView}
        />
        <ListMain
          {...{ state, view, now, list, focus, layout, obstacle, isFiltering }}
          onView={changeView}
          onShowAll={() => changeView({ ...WHOLE, sort: view.sort, isDescending: view.isDescending })}
          onFilters={() => setFiltering(!isFiltering)}
          onOpen={onOpened}
          onRemove={remove}
        />
        <Overlays
          {...{ host, open, state, list, findings, now, layout, obstacle }}
          onLayout={setLayout}
          onSettled={onRefresh}
          onRemove={remove}
          onClose={close}
        />
      </div>
    </>
  );
}

/** Opens "Free up space"; `undefined` while it isn't known how much there is, and where no removal makes space. */
function freeUpOf({ session, snapshot }: VaultState, open: Props['onOpened']): (() => void) | undefined {
  const { quota } = snapshot ?? {};
  if (session === undefined || !quota || quota.totalKb === 0) return undefined;
  return () => open({ kind: 'space', asked: moreSpace(quota) });
}

/** Why nothing can be removed, if that is so. */
function obstacleOf({ snapshot }: VaultState, now: number): string | undefined {
  if (!snapshot || snapshot.canWrite) return undefined;
  return describeProblem({ kind: snapshot.isLogin ? 'needs-key' : 'read-only-key' }, now).what;
}
