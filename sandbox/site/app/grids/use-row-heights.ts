import { useEffect, useMemo, useRef, useState } from 'react';

type Measured = { layout: string; heights: ReadonlyMap<number, number> };

const none: ReadonlyMap<number, number> = new Map();

/**
 * Measured heights of rows, by index. They follow every change of a row, also an extension's (site-facts.md TRAP 7); with
 * another `layout` (number and width of columns) all are forgotten.
 */
export function useRowHeights(layout: string) {
  const [measured, setMeasured] = useState<Measured>({ layout, heights: none });
  const observer = useRef<ResizeObserver>();

  const measure = useMemo(() => {
    const note = (rows: Element[]) =>
      setMeasured(before => {
        const known = before.layout === layout ? before.heights : none;
        const changed = rows.flatMap(row => {
          if (!(row instanceof HTMLElement) || !row.isConnected) return [];
          const index = Number(row.dataset.index);
          return known.get(index) === row.offsetHeight ? [] : [[index, row.offsetHeight] as const];
        });
        if (changed.length === 0) return before;
        return { layout, heights: new Map([...known, ...changed]) };
      });
    observer.current?.disconnect();
    observer.current = undefined;
    return (row: HTMLElement | null) => {
      if (!row) return;
      observer.current ??= new ResizeObserver(entries => note(entries.map(({ target }) => target)));
      observer.current.observe(row);
    };
  }, [layout]);

  useEffect(() => () => observer.current?.disconnect(), []);
  return { heights: measured.layout === layout ? measured.heights : none, measure };
}
