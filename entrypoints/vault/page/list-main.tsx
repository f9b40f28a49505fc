import { useRef } from 'preact/hooks';
import type { VaultState } from '@/entrypoints/vault/account-state/vault-state';
import { Toolbar } from '@/entrypoints/vault/filters/toolbar';
import { ItemGrid } from '@/entrypoints/vault/grid/item-grid';
import type { Layout } from '@/entrypoints/vault/layout/layout';
import { useHeight } from '@/entrypoints/vault/layout/use-height';
import type { Entry } from '@/utils/vault-view/prepare';
import { totalOf } from '@/utils/vault-view/selection';
import { isNewestFirst, isWhole, sortBy, type View } from '@/utils/vault-view/view';
import { NothingFound, SkeletonRows } from './empty-states';
import type { Open } from './overlays';
import { SpokenTotal } from './spoken-total';
import { Summary } from './summary';
import type { Entries } from './use-entries';
import type { useListFocus } from './use-list-focus';
import './bar.css';

type Props = {
  state: VaultState;
  view: View;
  now: number;
  list: Entries;
  focus: ReturnType<typeof useListFocus>;
  layout: Layout;
  /** Why nothing can be removed, if that is so. */
  obstacle: string | undefined;
  isFiltering: boolean;
  onView: (view: View) => void;
  onShowAll: () => void;
  onFilters: () => void;
  onOpen: (open: Open) => void;
  onRemove: (entries: readonly Entry[]) => void;
};

/** The toolbar, the totals and the grid. */
export function ListMain(props: Props) {
  const { state, list, focus } = props;
  const { shown, chosen } = list;
  const isReading = state.unread > 0 || (state.asOf === undefined && state.sync?.kind !== 'failed');
  return (
    <div class="main">
      <div ref={focus.top} />
      <Bar {...props} />
      <SpokenTotal shown={shown.length} selected={chosen.length} isQuiet={isReading} />
      <Rows {...props} />
    </div>
  );
}

/** While the list is being read, only the newest items are certain to be at their place, and nothing is certain not to be found. */
function Rows(props: Props) {
  const { state, view, list, onShowAll } = props;
  const isEmpty = list.shown.length === 0;
  if (state.unread > 0 && (isEmpty || !isNewestFirst(view))) return <SkeletonRows />;
  return isEmpty ? <NothingFound onShowAll={onShowAll} /> : <Grid {...props} />;
}

function Bar({
  state,
  view,
  list,
  focus,
  obstacle,
  isFiltering,
  onView,
  onShowAll,
  onFilters,
  onOpen,
  onRemove,
}: Props) {
  const { entries, shown, chosen, hidden } = list;
  const bar = useRef<HTMLDivElement>(null);
  useHeight(bar, '--bar-height');
  return (
    <div class="bar" ref={bar}>
      <Toolbar
        view={view}
        search={focus.search}
        isFiltering={isFiltering}
        onView={onView}
        onFilters={onFilters}
        onLayout={() => onOpen({ kind: 'layout' })}
        onShortcuts={() => onOpen({ kind: 'shortcuts' })}
        onExport={() => onOpen({ kind: 'export' })}
      />
      <Summary
        all={totalOf(entries)}
        shown={totalOf(shown)}
        selected={{ ...totalOf(chosen), hidden }}
        unread={state.unread}
        isWhole={isWhole(view)}
        isAllSelected={list.isAllSelected}
        obstacle={obstacle}
        onShowAll={onShowAll}
        onSelectAll={list.selectShown}
        onClear={list.clear}
        onRemove={() => onRemove(chosen)}
      />
    </div>
  );
}

function Grid({ state, view, now, list, focus, layout, onView, onOpen, onRemove }: Props) {
  const { shown, selection, chosen } = list;
  return (
    <ItemGrid
      entries={shown}
      rowCount={rowCountOf(state, view, shown)}
      facts={state.facts}
      view={view}
      density={layout.density}
      hidden={layout.hidden}
      selection={selection}
      now={now}
      onSort={key => onView(sortBy(view, key))}
      onSelect={list.select}
      onToggleAll={list.toggleAll}
      onOpen={id => onOpen({ kind: 'item', id })}
      onRemove={id => onRemove(selection.has(id) ? chosen : shown.filter(({ item }) => item.id === id))}
      hold={focus.hold}
    />
  );
}

/** How many rows the list has, `undefined` while that isn't known. */
function rowCountOf({ unread }: VaultState, view: View, shown: readonly Entry[]): number | undefined {
  return unread === 0 || isWhole(view) ? shown.length + unread : undefined;
}
