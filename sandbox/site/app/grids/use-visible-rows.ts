import { type RefObject, useEffect, useState } from 'react';
import { useScroller } from '@/sandbox/site/app/shell/scroll-area.tsx';

const OVERSCAN_ROWS = 4;

type Range = { first: number; last: number };

/** Where each row starts, px; the last entry is the end of all. */
type Starts = number[];

function rowAt(starts: Starts, offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The rows on screen and four more on each side; undefined before anything was measured (site-facts.md A.1). */
export function useVisibleRows(container: RefObject<HTMLElement>, starts: Starts): Range | undefined {
  const scroller = useScroller();
  const [range, setRange] = useState<Range>();
  useEffect(() => {
    const area = scroller?.current;
    const element = container.current;
    const rows = starts.length - 1;
    if (!area || !element || rows < 1) return;
    const update = () => {
      const top = area.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const first = Math.max(0, rowAt(starts, top) - OVERSCAN_ROWS);
      const last = Math.min(rows - 1, rowAt(starts, top + area.clientHeight) + OVERSCAN_ROWS);
      setRange(before => (before?.first === first && before.last === last ? before : { first, last }));
    };
    update();
    area.addEventListener('scroll', update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(area);
    return () => {
      area.removeEventListener('scroll', update);
      observer.disconnect();
    };
  }, [scroller, container, starts]);
  return range;
}
