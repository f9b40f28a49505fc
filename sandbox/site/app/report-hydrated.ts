let isReported = false;

/** Leaves the two measures that Next leaves when the first tree stands, once (site-facts.md C.5). */
export function reportHydrated(): void {
  if (isReported || !window.__sandbox.hydrationMeasure) return;
  isReported = true;
  performance.measure('Next.js-before-hydration', { start: 0, end: 'beforeRender' });
  performance.measure('Next.js-hydration', { start: 'beforeRender', end: performance.now() });
}
