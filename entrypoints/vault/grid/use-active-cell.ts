import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '@/utils/vault-view/prepare';
import type { ColumnName } from './columns';

/** The cell that Tab leads to, by its item, whatever the order. `isInHead`: the heading of that column, reached from that item. */
type Cell = { id: number | undefined; column: ColumnName; isInHead: boolean };

export type ActiveCell = ReturnType<typeof useActiveCell>;

function isSame(before: Cell | undefined, next: Cell): boolean {
  return before?.id === next.id && before?.column === next.column && before.isInHead === next.isInHead;
}

/** The index of the item; where it is gone, of the item that has moved into its position. */
function useIndexOf(entries: readonly Entry[], id: number | undefined): number {
  const lastIndex = useRef(0);
  const found = useMemo(() => (id === undefined ? -1 : entries.findIndex(({ item }) => item.id === id)), [entries, id]);
  const index = found >= 0 ? found : Math.min(lastIndex.current, entries.length - 1);
  lastIndex.current = Math.max(0, index);
  return index;
}

/** Focuses the active cell after a move, and after its row has been removed. */
function useFocus(grid: RefObject<HTMLElement | null>) {
  const isMoving = useRef(false);
  const hasFocus = useRef(false);
  const focusCell = useCallback((): boolean => {
    const cell = grid.current?.querySelector<HTMLElement>('.cell[tabindex="0"], .grid-head [tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.closest('.row')?.scrollIntoView({ block: 'nearest' });
    return Boolean(cell);
  }, [grid]);
  useLayoutEffect(() => {
    // A row that is removed takes the focus along: the focus goes to the row in its position.
    const isGone = hasFocus.current && document.activeElement === document.body;
    if (!isMoving.current && !isGone) return;
    isMoving.current = false;
    focusCell();
  });
  const watching = {
    onFocusIn: () => {
      hasFocus.current = true;
    },
    onFocusOut: ({ target }: { target: EventTarget | null }) => {
      if (target instanceof Node && target.isConnected) hasFocus.current = false;
    },
  };
  return { isMoving, focusCell, watching };
}

/** The active cell of the grid, and the functions that move it. `hasHead`: whether the heading is visible. */
export function useActiveCell(entries: readonly Entry[], grid: RefObject<HTMLElement | null>, hasHead: boolean) {
  const [cell, setCell] = useState<Cell>();
  const { isMoving, focusCell, watching } = useFocus(grid);
  const id = cell?.id;
  const activeIndex = useIndexOf(entries, id);
  const settle = useCallback((next: Cell) => setCell(before => (isSame(before, next) ? before : next)), []);
  const focusOn = useCallback(
    (to: number, column: ColumnName) => settle({ id: to, column, isInHead: false }),
    [settle],
  );
  const move = (next: Cell): void => {
    isMoving.current = true;
    setCell(next);
  };
  return {
    activeIndex,
    activeId: entries[activeIndex]?.item.id,
    column: cell?.column ?? ('model' as const),
    isInHead: hasHead && cell?.isInHead === true,
    /** Moves the focus, as far as the list goes. */
    goTo(index: number, column: ColumnName): void {
      const target = entries[Math.max(0, Math.min(entries.length - 1, index))];
      if (target) move({ id: target.item.id, column, isInHead: false });
    },
    /** Moves the focus into the heading, if it is visible. */
    goToHead(column: ColumnName): void {
      if (hasHead) move({ id, column, isInHead: true });
    },
    /** Records that a cell has the focus. */
    focusOn,
    /** Records that the heading of a column has the focus. */
    focusOnHead: (column: ColumnName) => settle({ id, column, isInHead: true }),
    /** Focuses the active cell; false if there is none. */
    focusCell,
    /** The grid's focus listeners. */
    watching,
  };
}
