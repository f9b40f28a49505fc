/**
 * Calls `changed` whenever the address bar shows another URL, and when the page comes back from the back/forward cache (`isRestored`).
 * The Navigation API sees pushState, replaceState and traversal alike from the content script's world (site-facts.md C.1).
 */
export function watchNavigation(changed: (isRestored: boolean) => void, signal: AbortSignal): void {
  let last = location.href;
  const compare = (): void => {
    if (location.href === last) return;
    last = location.href;
    changed(false);
  };
  window.navigation.addEventListener('currententrychange', compare, { signal });
  window.addEventListener(
    'pageshow',
    event => {
      last = location.href;
      if (event.persisted) changed(true);
    },
    { signal },
  );
}
