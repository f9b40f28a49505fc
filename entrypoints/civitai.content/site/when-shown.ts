/**
 * Resolves once the user opens the page. A page that the browser runs in advance may never be opened, and the worker would not know
 * its tab. Never resolves after `signal` aborts.
 */
export function whenShown(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (!('prerendering' in document && document.prerendering)) resolve();
    else document.addEventListener('prerenderingchange', () => resolve(), { once: true, signal });
  });
}
