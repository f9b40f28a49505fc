import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useMedia } from '@/entrypoints/vault/page/use-media';
import type { VersionFact } from '@/utils/vault/membership';
import type { Entry } from '@/utils/vault-view/prepare';
import { rowsInView } from '@/utils/vault-view/rows-in-view';
import { extendTo, type Selection, toggleItem } from '@/utils/vault-view/selection';
import type { SortKey } from '@/utils/vault-view/sort-items';
import type { View } from '@/utils/vault-view/view';
import type { RowActions } from './cell-content';
import { COLUMNS, type ColumnName } from './columns';
import { GridHead } from './grid-head';
import { type GridMove, isMoveOfHead, nextColumn, readGridKey } from './grid-keys';
import { hiddenColumns } from './hidden-columns';
import { ItemRow } from './item-row';
import { ROLES } from './roles';
import { useActiveCell } from './use-active-cell';
import { useScrolled } from './use-scrolled';

/** The same as in grid.css. */
const ROW_HEIGHT = 64;
const NARROW_ROW_HEIGHT = 112;
const NARROW = '(max-width: 759px)';

type Props = {
  entries: readonly Entry[];
  facts: ReadonlyMap<number, VersionFact>;
  view: Pick<View, 'sort' | 'isDescending'>;
  selection: Selection;
  now: number;
  onSort: (key: SortKey) => void;
  onSelect: (selection: Selection) => void;
  onToggleAll: () => void;
  onOpen: (id: number) => void;
  /** Asks whether this item is to be removed, or all that are selected if it is one of them. */
  onRemove: (id: number) => void;
  /** Gets a function that moves the focus into the grid; false where there is nothing to focus. */
  hold: (focus: () => boolean) => void;
};

/**
 * The items as a grid of which only what can be seen is in the document. One cell is reached by Tab; arrows, Home, End and the page
 * keys walk from there and up into the heading, Space selects, Shift+Space selects up to here, Enter opens, Delete asks for removal.
 * The row with the focus stays, wherever one scrolls.
 */
export function ItemGrid(props: Props) {
  const { entries, facts, selection, now, onSelect, onOpen } = props;
  const grid = useRef<HTMLTableElement>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  const isNarrow = useMedia(NARROW);
  const rowHeight = isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const { scrolled, viewHeight } = useScrolled(list);
  const anchor = useRef<number>(undefined);
  const active = useActiveCell(entries, grid, !isNarrow);
  const { activeIndex, activeId, column, isInHead, goTo, goToHead, focusOn } = active;
  props.hold(active.focusCell);

  const tick = (id: number, isRange: boolean): boolean => {
    const next = isRange ? extendTo(selection, entries, anchor.current, id) : toggleItem(selection, id);
    onSelect(next);
    anchor.current = id;
    return next.has(id);
  };
  const press = (id: number, event: TargetedMouseEvent<HTMLElement>): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) tick(id, event.shiftKey);
    else onOpen(id);
  };
  // The rows keep these for as long as they are: what they do is looked up when it is done.
  const latest = useRef({ press, tick });
  latest.current = { press, tick };
  const actions = useMemo<RowActions>(
    () => ({
      press: (id, event) => latest.current.press(id, event),
      tick: (id, isRange) => latest.current.tick(id, isRange),
      focus: focusOn,
    }),
    [focusOn],
  );

  // The heading is the row before the first; a page up ends at that.
  const walk = (by: number): void => {
    if (isInHead) by > 0 && goTo(by - 1, column);
    else if (activeIndex === 0 && by === -1) goToHead(column);
    else goTo(activeIndex + by, column);
  };
  const turn = (to: ColumnName): void => (isInHead ? goToHead(to) : goTo(activeIndex, to));
  const carryOut = (move: GridMove): void => {
    if (move.kind === 'row') walk(move.by);
    else if (move.kind === 'ends') goTo(move.to === 'first' ? 0 : entries.length - 1, column);
    else if (move.kind === 'column') turn(nextColumn(column, move.by, hiddenColumns(grid.current)));
    else if (move.kind === 'all') props.onToggleAll();
    else if (activeId !== undefined && move.kind === 'remove') props.onRemove(activeId);
    else if (activeId !== undefined && move.kind === 'tick') tick(activeId, move.isRange);
    else if (activeId !== undefined && column === 'open') {
      list.current?.querySelector<HTMLElement>('.cell[tabindex="0"] a')?.click();
    } else if (activeId !== undefined) onOpen(activeId);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const isOfHead = target.closest('[role="columnheader"]') !== null;
    if (!isOfHead && target.getAttribute('role') !== 'gridcell') return;
    const move = readGridKey(event, Math.max(1, Math.floor(viewHeight / rowHeight) - 2));
    if (!move || (isOfHead && !isMoveOfHead(move))) return;
    event.preventDefault();
    carryOut(move);
  };

  const rows = rowsInView({ count: entries.length, rowHeight, scrolled, viewHeight }, activeIndex);
  const selectedShown = entries.reduce((sum, { item }) => sum + (selection.has(item.id) ? 1 : 0), 0);
  const chosen = selectedShown === 0 ? 'none' : selectedShown === entries.length ? 'all' : 'some';
  return (
    <table
      ref={grid}
      class="grid"
      {...ROLES.grid}
      aria-label="Versions in your vault"
      aria-rowcount={entries.length + 1}
      aria-colcount={COLUMNS.length}
      onKeyDown={onKeyDown}
      {...active.watching}
    >
      <GridHead
        view={props.view}
        onSort={props.onSort}
        chosen={chosen}
        onToggleAll={props.onToggleAll}
        active={isInHead ? column : undefined}
        onFocus={active.focusOnHead}
      />
      <tbody {...ROLES.group} ref={list} class="grid-list" style={{ height: `${entries.length * rowHeight}px` }}>
        {rows.map(index => {
          const entry = entries[index];
          return (
            entry && (
              <ItemRow
                key={entry.item.id}
                entry={entry}
                index={index}
                top={index * rowHeight}
                fact={facts.get(entry.item.modelVersionId)}
                isSelected={selection.has(entry.item.id)}
                active={index === activeIndex && !isInHead ? column : undefined}
                now={now}
                actions={actions}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}
