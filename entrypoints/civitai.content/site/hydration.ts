/** How long after `load` to wait for the site's own measure before trusting an unchanged tree instead. */
const NO_MEASURE_AFTER_MS = 3_000;
/** A tree that has not changed for this long is taken for hydrated. */
const UNCHANGED_MS = 500;
const MEASURE = 'Next.js-hydration';

/**
 * Resolves once React has hydrated the page; a node inserted earlier makes it throw the page away (site-facts.md C.5).
 * Without the measure 3 s after `load`: once the tree is unchanged and the browser idle. Never resolves after `signal` aborts.
 */
export function whenHydrated(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (performance.getEntriesByName(MEASURE).length > 0) {
      resolve();
      return;
    }
    const done = new AbortController();
    const settle = (): void => {
      if (done.signal.aborted) return;
      done.abort();
      if (!signal.aborted) resolve();
    };
    signal.addEventListener('abort', () => done.abort(), { once: true });
    watchMeasure(settle, done.signal);
    afterLoad(() => {
      const timer = setTimeout(() => whenUnchanged(settle, done.signal), NO_MEASURE_AFTER_MS);
      done.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    }, done.signal);
  });
}

function watchMeasure(found: () => void, signal: AbortSignal): void {
  const observer = new PerformanceObserver(list => {
    if (list.getEntriesByName(MEASURE).length > 0) found();
  });
  observer.observe({ type: 'measure', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function afterLoad(run: () => void, signal: AbortSignal): void {
  if (document.readyState === 'complete') run();
  else window.addEventListener('load', run, { once: true, signal });
}

function whenUnchanged(run: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let timer: ReturnType<typeof setTimeout>;
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(run, { timeout: 1_000 }), UNCHANGED_MS);
  };
  const observer = new MutationObserver(restart);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
  restart();
}
