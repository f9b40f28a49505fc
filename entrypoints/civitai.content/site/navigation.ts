/**
 * Calls `arrived` whenever the address bar shows another URL, and when the page comes back out of the back/forward cache.
 * The Navigation API sees pushState, replaceState and traversal alike from the content script's world (site-facts.md C.1); both
 * browsers have it from the oldest release on that Vaulted runs in.
 */
export function watchNavigation(arrived: (restored: boolean) => void, signal: AbortSignal): void {
  let last = location.href;
  const look = (): void => {
    if (location.href === last) return;
    last = location.href;
    arrived(false);
  };
  window.navigation.addEventListener('currententrychange', look, { signal });
  window.addEventListener(
    'pageshow',
    event => {
      last = location.href;
      if (event.persisted) arrived(true);
    },
    { signal },
  );
}
