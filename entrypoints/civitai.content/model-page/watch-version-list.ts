/**
 * Watches one version list for a change of the version on screen, which only an inline style shows (site-facts.md B.1).
 * Returns the function that says which list to watch.
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
