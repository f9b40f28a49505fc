import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '@/utils/vault-view/prepare';
import type { ColumnName } from './columns';

/** The one cell that the Tab key leads to, by its item: it stays with that through every change of order. */
type Place = { id: number; column: ColumnName };

/** Where in the grid one is, and how to get elsewhere. */
export function useActiveCell(entries: readonly Entry[], list: RefObject<HTMLElement | null>) {
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
    const cell = list.current?.querySelector<HTMLElement>('.cell[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.closest('.row')?.scrollIntoView({ block: 'nearest' });
    return Boolean(cell);
  }, [list]);
  const focusOn = useCallback(
    (id: number, column: ColumnName) =>
      setPlace(before => (before?.id === id && before.column === column ? before : { id, column })),
    [],
  );

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
    /** Moves the focus, as far as the list goes. */
    goTo(index: number, column: ColumnName): void {
      const target = entries[Math.max(0, Math.min(entries.length - 1, index))];
      if (!target) return;
      isMoving.current = true;
      setPlace({ id: target.item.id, column });
    },
    /** A cell got the focus by other means. */
    focusOn,
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
