/**
 * Watches one version list for a change of the version on screen, which a style alone tells (site-facts.md B.1): the one place
 * where styles are watched. Returns the function that says which list it is now.
 */
export function createVersionListWatch(
  changed: () => void,
  signal: AbortSignal,
): (root: HTMLElement | undefined) => void {
  let watched: HTMLElement | undefined;
  const observer = new MutationObserver(changed);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return root => {
    if (root === watched) return;
    watched = root;
    observer.disconnect();
    if (root) observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['style', 'data-variant'] });
  };
}
