/** How often what is on screen is drawn anew, because it has grown older by itself. */
const REDRAW_MS = 10 * 60_000;

/**
 * Moments at which knowledge may have got old without anything on the page having changed: the tab comes to the front, the
 * connection comes back (`again`), it goes, or time has passed in a tab that is in front (`redraw`: what is shown now has an age).
 */
export function watchOccasions({ again, redraw }: { again(): void; redraw(): void }, signal: AbortSignal): void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') again();
  };
  document.addEventListener('visibilitychange', whenVisible, { signal });
  window.addEventListener('online', whenVisible, { signal });
  window.addEventListener('offline', redraw, { signal });
  const timer = setInterval(() => document.visibilityState === 'visible' && redraw(), REDRAW_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
