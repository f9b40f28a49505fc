/**
 * Resolves once the page is one that somebody opens. The browser may run a page in advance that nobody ever does: nothing is asked for
 * it, and the background would not know its tab. Never resolves after `signal` aborts.
 */
export function whenShown(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (!('prerendering' in document && document.prerendering)) resolve();
    else document.addEventListener('prerenderingchange', () => resolve(), { once: true, signal });
  });
}
