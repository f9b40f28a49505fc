import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useMedia } from '@/components/use-media';
import { useGridWidth } from '@/entrypoints/vault/layout/use-grid-width';
import { t } from '@/utils/texts/texts';
import type { VersionFact } from '@/utils/vault/membership';
import type { Entry } from '@/utils/vault-view/prepare';
import { rowsInView } from '@/utils/vault-view/rows-in-view';
import type { Selection } from '@/utils/vault-view/selection';
import type { SortKey } from '@/utils/vault-view/sort-items';
import type { View } from '@/utils/vault-view/view';
import type { RowActions } from './cell-content';
import { COLUMNS, columnsWithoutRoom, type OptionalColumn } from './columns';
import { GridHead } from './grid-head';
import { ItemRow } from './item-row';
import { ROLES } from './roles';
import { type ActiveCell, useActiveCell } from './use-active-cell';
import { useGridKeys } from './use-grid-keys';
import { useRowActions } from './use-row-actions';
import { type Scrolled, useScrolled } from './use-scrolled';
import './grid.css';
import './narrow-grid.css';

/** In rem; the same as in grid.css and narrow-grid.css. */
const ROW_HEIGHTS = { roomy: 4, compact: 2.5 } as const;
const NARROW_ROW_HEIGHT = 7;
const NARROW = '(max-width: 759px)';

/** What `aria-rowcount` says of a table whose length isn't known. */
const UNKNOWN_COUNT = -1;

type Props = {
  entries: readonly Entry[];
  /** How many there will be; `undefined`: not known yet. */
  rowCount: number | undefined;
  facts: ReadonlyMap<number, VersionFact>;
  view: Pick<View, 'sort' | 'isDescending'>;
  density: keyof typeof ROW_HEIGHTS;
  /** The columns that the user has hidden. */
  hidden: readonly OptionalColumn[];
  selection: Selection;
  now: number;
  onSort: (key: SortKey) => void;
  onSelect: (selection: Selection) => void;
  onToggleAll: () => void;
  onOpen: (id: number) => void;
  /** Asks to remove this item, or all selected ones if it is one of them. */
  onRemove: (id: number) => void;
  /** Gets a function that moves the focus into the grid; it returns false if there is nothing to focus. */
  hold: (focus: () => boolean) => void;
};

/** How much of the shown items is selected. */
function selectedPart(entries: readonly Entry[], selection: Selection): 'none' | 'some' | 'all' {
  if (selection.size === 0) return 'none';
  const count = entries.reduce((sum, { item }) => sum + (selection.has(item.id) ? 1 : 0), 0);
  if (count === 0) return 'none';
  return count === entries.length ? 'all' : 'some';
}

/**
 * The items as a grid that renders only the visible rows, and the one with the focus. Tab reaches one cell; the keys of grid-keys.ts
 * go on from there.
 */
export function ItemGrid(props: Props) {
  const { entries, rowCount, density, hidden, selection, onSelect, onOpen, onToggleAll, onRemove } = props;
  const grid = useRef<HTMLTableElement>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  const isNarrow = useMedia(NARROW);
  const width = useGridWidth(grid);
  const withoutRoom = isNarrow || width.rem === 0 ? [] : columnsWithoutRoom(width.rem, hidden, density === 'compact');
  const rowHeight = (isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHTS[density]) * width.remPx;
  const scrolled = useScrolled(list);
  const active = useActiveCell(entries, grid, !isNarrow);
  const actions = useRowActions({ entries, selection, onSelect, onOpen, onFocus: active.focusOn });
  const page = Math.max(1, Math.floor(scrolled.viewHeight / rowHeight) - 2);
  const keys = { active, grid, count: entries.length, page, onTick: actions.tick, onToggleAll, onOpen, onRemove };
  props.hold(active.focusCell);
  return (
    <table
      ref={grid}
      class="grid"
      data-density={isNarrow ? 'roomy' : density}
      data-hidden={[...hidden, ...withoutRoom].join(' ')}
      {...ROLES.grid}
      aria-label={t('list.label')}
      aria-rowcount={rowCount === undefined ? UNKNOWN_COUNT : rowCount + 1}
      aria-colcount={COLUMNS.length}
      onKeyDown={useGridKeys(keys)}
      {...active.watching}
    >
      <GridHead
        view={props.view}
        onSort={props.onSort}
        chosen={selectedPart(entries, selection)}
        onToggleAll={onToggleAll}
        active={active.isInHead ? active.column : undefined}
        onFocus={active.focusOnHead}
      />
      <GridBody {...props} {...{ list, rowHeight, scrolled, active, actions }} />
    </table>
  );
}

type BodyProps = Pick<Props, 'entries' | 'facts' | 'selection' | 'now'> & {
  list: RefObject<HTMLTableSectionElement | null>;
  rowHeight: number;
  scrolled: Scrolled;
  active: ActiveCell;
  actions: RowActions;
};

function GridBody({ entries, facts, selection, now, list, rowHeight, scrolled, active, actions }: BodyProps) {
  const { activeIndex, isInHead, column } = active;
  const rows = rowsInView({ count: entries.length, rowHeight, ...scrolled }, activeIndex);
  return (
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
  );
}
