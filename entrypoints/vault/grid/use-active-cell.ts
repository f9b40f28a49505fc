import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '@/utils/vault-view/prepare';
import type { ColumnName } from './columns';

/**
 * The one cell that the Tab key leads to, by its item: it stays with that through every change of order. `isInHead`: it is the heading's
 * of that column; `id` is then the item that one came from.
 */
type Place = { id: number | undefined; column: ColumnName; isInHead: boolean };

function isSame(before: Place | undefined, next: Place): boolean {
  return before?.id === next.id && before?.column === next.column && before.isInHead === next.isInHead;
}

/** Where in the grid one is, and how to get elsewhere. `hasHead`: whether the heading can be seen. */
export function useActiveCell(entries: readonly Entry[], grid: RefObject<HTMLElement | null>, hasHead: boolean) {
  const [place, setPlace] = useState<Place>();
  const isMoving = useRef(false);
  const hasFocus = useRef(false);

  // Where the item is gone, the one that has moved into its place takes over.
  const lastIndex = useRef(0);
  const placeId = place?.id;
  const found = useMemo(
    () => (placeId === undefined ? -1 : entries.findIndex(({ item }) => item.id === placeId)),
    [entries, placeId],
  );
  const activeIndex = found >= 0 ? found : Math.min(lastIndex.current, entries.length - 1);
  lastIndex.current = Math.max(0, activeIndex);

  const focusCell = useCallback((): boolean => {
    const cell = grid.current?.querySelector<HTMLElement>('.cell[tabindex="0"], .grid-head [tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.closest('.row')?.scrollIntoView({ block: 'nearest' });
    return Boolean(cell);
  }, [grid]);
  const settle = useCallback((next: Place) => setPlace(before => (isSame(before, next) ? before : next)), []);
  const focusOn = useCallback((id: number, column: ColumnName) => settle({ id, column, isInHead: false }), [settle]);

  useLayoutEffect(() => {
    // A row that is removed under the focus takes it along: the list goes on from the one in its place.
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (!isMoving.current && !isLost) return;
    isMoving.current = false;
    focusCell();
  });

  return {
    activeIndex,
    activeId: entries[activeIndex]?.item.id,
    column: place?.column ?? ('model' as const),
    isInHead: hasHead && place?.isInHead === true,
    /** Moves the focus, as far as the list goes. */
    goTo(index: number, column: ColumnName): void {
      const target = entries[Math.max(0, Math.min(entries.length - 1, index))];
      if (!target) return;
      isMoving.current = true;
      setPlace({ id: target.item.id, column, isInHead: false });
    },
    /** Moves the focus into the heading, where there is one. */
    goToHead(column: ColumnName): void {
      if (!hasHead) return;
      isMoving.current = true;
      setPlace({ id: placeId, column, isInHead: true });
    },

    /** A cell got the focus by other means. */
    focusOn,
    /** The heading of a column got it. */
    focusOnHead: (column: ColumnName) => settle({ id: placeId, column, isInHead: true }),
    /** Puts the focus on the active cell; false where there is none. */
    focusCell,
    /** What the grid has to hear. */
    watching: {
      onFocusIn: () => {
        hasFocus.current = true;
      },
      onFocusOut: ({ target }: { target: EventTarget | null }) => {
        if (target instanceof Node && target.isConnected) hasFocus.current = false;
      },
    },
  };
}
