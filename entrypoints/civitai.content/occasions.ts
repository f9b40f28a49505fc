/**
 * Moments at which knowledge may have got old without anything on the page having changed: the tab comes to the front, the
 * connection comes back (`again`), or it goes (`redraw`: what is shown now has an age).
 */
export function watchOccasions({ again, redraw }: { again(): void; redraw(): void }, signal: AbortSignal): void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') again();
  };
  document.addEventListener('visibilitychange', whenVisible, { signal });
  window.addEventListener('online', whenVisible, { signal });
  window.addEventListener('offline', redraw, { signal });
}
