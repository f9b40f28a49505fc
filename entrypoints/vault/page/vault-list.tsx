import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { StorageBar } from '@/components/storage/storage-bar';
import type { AccountState } from '@/entrypoints/vault/account-state/account-state';
import { Filters } from '@/entrypoints/vault/filters/filters';
import { Toolbar } from '@/entrypoints/vault/filters/toolbar';
import { ItemGrid } from '@/entrypoints/vault/grid/item-grid';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { describeProblem } from '@/utils/sentences/sentences';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { filterEntries } from '@/utils/vault-view/filter-items';
import { type Entry, prepare } from '@/utils/vault-view/prepare';
import { addAll, dropAll, NOTHING_SELECTED, prune, type Selection, totalOf } from '@/utils/vault-view/selection';
import { sortEntries } from '@/utils/vault-view/sort-items';
import { isWhole, sortBy, type View, WHOLE } from '@/utils/vault-view/view';
import { readOpened } from '@/utils/vault-view/view-url';
import { EmptyVault, NothingFound } from './empty-states';
import { type Open, Overlays } from './overlays';
import { SpokenTotal } from './spoken-total';
import { StorageAge } from './storage-age';
import { Summary } from './summary';

type Props = {
  host: VaultHost;
  data: AccountState & { items: readonly MirroredItem[] };
  view: View;
  now: number;
  onView: (view: View) => void;
  /** Has the figures asked for again. */
  onRefresh: () => void;
};

function chosenBy(entries: readonly Entry[], id: number): Entry[] {
  return entries.filter(({ item }) => item.id === id);
}

/** A link to the page may name a version to be shown at once. */
function openedByAddress(items: readonly MirroredItem[]): Open {
  const versionId = readOpened(location.search);
  const item = items.find(({ modelVersionId }) => modelVersionId === versionId);
  return item && { kind: 'item', id: item.id };
}

/** The vault, to be searched, sorted, selected from and acted upon. */
export function VaultList({ host, data, view, now, onView, onRefresh }: Props) {
  const { items, facts, snapshot } = data;
  const [selected, setSelected] = useState<Selection>(NOTHING_SELECTED);
  const [open, setOpen] = useState<Open>(() => openedByAddress(items));
  const [isFiltering, setFiltering] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const focusGrid = useRef<() => boolean>(() => false);

  const entries = useMemo(() => prepare(items), [items]);
  const sorted = useMemo(
    () => sortEntries(entries, view.sort, view.isDescending),
    [entries, view.sort, view.isDescending],
  );
  const { entries: shown, facets } = useMemo(() => filterEntries(sorted, view), [sorted, view]);
  const selection = useMemo(() => prune(selected, entries), [selected, entries]);
  const chosen = useMemo(() => sorted.filter(({ item }) => selection.has(item.id)), [sorted, selection]);
  const selectedShown = useMemo(() => shown.filter(({ item }) => selection.has(item.id)).length, [shown, selection]);
  const isAllSelected = shown.length > 0 && selectedShown === shown.length;
  const isReading = data.asOf === undefined && data.status.kind !== 'failed';
  const obstacle = snapshot && !snapshot.canWrite ? describeProblem({ kind: 'read-only-key' }, now).what : undefined;

  const changeView = (next: View): void => {
    onView(next);
    // Another list is read from its start.
    if ((top.current?.getBoundingClientRect().top ?? 0) < 0) top.current?.scrollIntoView();
  };
  const showAll = (): void => changeView({ ...WHOLE, sort: view.sort, isDescending: view.isDescending });
  const remove = (doomed: readonly Entry[]): void => {
    const { session } = data;
    if (obstacle !== undefined || session === undefined) return;
    setOpen({ kind: 'removal', session, items: doomed.map(({ item }) => item) });
  };
  const toggleAll = (): void => setSelected((isAllSelected ? dropAll : addAll)(selection, shown));
  const hold = useCallback((focus: () => boolean) => {
    focusGrid.current = focus;
  }, []);
  const close = (): void => {
    setOpen(undefined);
    // The browser gives the focus back to where it was, unless that is gone: then the list goes on from here.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && !focusGrid.current()) search.current?.focus();
    });
  };

  // An account without a vault has been told so already.
  if (items.length === 0) return snapshot?.membership === 'never' ? null : <EmptyVault />;
  return (
    <div class="browser">
      <aside class="side">
        {snapshot?.quota && (
          <StorageBar
            usedKb={snapshot.quota.usedKb}
            totalKb={snapshot.quota.totalKb}
            itemCount={data.asOf === undefined ? snapshot.itemCount : items.length}
          >
            <StorageAge figuresOf={snapshot.asOf} listOf={data.asOf} now={now} />
          </StorageBar>
        )}
        <section id="filters" class="filters" aria-label="Filters" data-open={isFiltering}>
          <Filters view={view} facets={facets} onView={changeView} />
        </section>
      </aside>
      <div class="main">
        <div ref={top} />
        <div class="bar">
          <Toolbar
            view={view}
            search={search}
            isFiltering={isFiltering}
            onView={changeView}
            onFilters={() => setFiltering(!isFiltering)}
            onExport={() => setOpen({ kind: 'export' })}
          />
          <Summary
            all={totalOf(entries)}
            shown={totalOf(shown)}
            selected={{ ...totalOf(chosen), hidden: chosen.length - selectedShown }}
            isWhole={isWhole(view)}
            isAllSelected={isAllSelected}
            obstacle={obstacle}
            onShowAll={showAll}
            onSelectAll={() => setSelected(addAll(selection, shown))}
            onClear={() => setSelected(NOTHING_SELECTED)}
            onRemove={() => remove(chosen)}
          />
        </div>
        <SpokenTotal shown={shown.length} selected={chosen.length} isQuiet={isReading} />
        {shown.length === 0 ? (
          <NothingFound onShowAll={showAll} />
        ) : (
          <ItemGrid
            entries={shown}
            facts={facts}
            view={view}
            selection={selection}
            now={now}
            onSort={key => changeView(sortBy(view, key))}
            onSelect={setSelected}
            onToggleAll={toggleAll}
            onOpen={id => setOpen({ kind: 'item', id })}
            onRemove={id => remove(selection.has(id) ? chosen : chosenBy(shown, id))}
            hold={hold}
          />
        )}
      </div>
      <Overlays
        host={host}
        open={open}
        data={data}
        sorted={sorted}
        shown={shown}
        chosen={chosen}
        now={now}
        obstacle={obstacle}
        onSettled={onRefresh}
        onRemove={remove}
        onClose={close}
      />
    </div>
  );
}
