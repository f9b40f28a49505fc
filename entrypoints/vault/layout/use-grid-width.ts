import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A text size that no browser reports is the usual one. */
const USUAL_REM_PX = 16;

/** The width of the grid in rem, and the px of one rem: a larger text size in the browser makes rows and columns larger too. */
export type GridWidth = { rem: number; remPx: number };

/** What a grid measures now; no width without one. */
export function measureGrid(grid: Element | null): GridWidth {
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_REM_PX;
  return { rem: (grid?.clientWidth ?? 0) / remPx, remPx };
}

/** Measured before the first frame, and whenever the width changes. */
export function useGridWidth(grid: RefObject<HTMLElement | null>): GridWidth {
  const [width, setWidth] = useState(() => measureGrid(null));
  useLayoutEffect(() => {
    const update = (): void =>
      setWidth(before => {
        const next = measureGrid(grid.current);
        return next.rem === before.rem && next.remPx === before.remPx ? before : next;
      });
    update();
    const resized = new ResizeObserver(update);
    if (grid.current) resized.observe(grid.current);
    return () => resized.disconnect();
  }, [grid]);
  return width;
}
