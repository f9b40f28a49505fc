/** How often marks are drawn anew, because what they show has grown older by itself. */
const REDRAW_MS = 10 * 60_000;

/**
 * Moments at which marks may be out of date although the page has not changed. `refresh`: the tab comes to the front, or the
 * connection comes back. `redraw`: the connection goes, or 10 minutes have passed in a visible tab, and the age of facts shows.
 */
export function watchOccasions({ refresh, redraw }: { refresh(): void; redraw(): void }, signal: AbortSignal): void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') refresh();
  };
  document.addEventListener('visibilitychange', whenVisible, { signal });
  window.addEventListener('online', whenVisible, { signal });
  window.addEventListener('offline', redraw, { signal });
  const timer = setInterval(() => document.visibilityState === 'visible' && redraw(), REDRAW_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
