import { SERVED_LINK } from '@/entrypoints/civitai.content/surfaces/link-target';

/** So long after `load` Vaulted starts without the site's own measure, where that can do no harm. */
const DEADLINE_MS = 8_000;
const MEASURE = 'Next.js-hydration';

/** Whether React has hydrated the page; a node inserted earlier makes it throw the page away (site-facts.md C.5). */
export type Hydration = {
  /** Resolves with the measure, or 8 s after `load`. Never after `signal` aborts. */
  readonly mayStart: Promise<void>;
  /** Resolves with the measure alone. */
  readonly isDone: Promise<void>;
  /** True once the measure has come. */
  isOver(): boolean;
  /** True for a link that React doesn't have to hydrate any more: it came later, as cards do, or stands outside of React's root. */
  isReady(link: Element): boolean;
};

export function watchHydration(signal: AbortSignal): Hydration {
  const served = new WeakSet<Element>(document.querySelectorAll(SERVED_LINK));
  // Aborts with the measure, and ends what waits for it.
  const over = new AbortController();
  const ending = AbortSignal.any([signal, over.signal]);
  const isOver = (): boolean => over.signal.aborted;
  const isDone = new Promise<void>(resolve => over.signal.addEventListener('abort', () => resolve(), { once: true }));
  const deadline = new Promise<void>(resolve => afterLoad(() => afterTime(resolve, ending), ending));
  const look = (): void => {
    if (!signal.aborted && performance.getEntriesByName(MEASURE).length > 0) over.abort();
  };
  look();
  watchMeasure(look, ending);
  return {
    mayStart: Promise.race([isDone, deadline]),
    isDone,
    isOver,
    isReady: link => isOver() || !served.has(link),
  };
}

function watchMeasure(look: () => void, signal: AbortSignal): void {
  if (signal.aborted || typeof PerformanceObserver === 'undefined') return;
  const observer = new PerformanceObserver(look);
  observer.observe({ type: 'measure', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function afterLoad(run: () => void, signal: AbortSignal): void {
  if (document.readyState === 'complete') run();
  else window.addEventListener('load', run, { once: true, signal });
}

function afterTime(run: () => void, signal: AbortSignal): void {
  const timer = setTimeout(run, DEADLINE_MS);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
