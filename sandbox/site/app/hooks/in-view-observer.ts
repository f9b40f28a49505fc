type Watch = { observer: IntersectionObserver; callbacks: Map<string, (isInView: boolean) => void> };

const watches = new WeakMap<Element, Map<string, Watch>>();

function createWatch(root: Element, rootMargin: string): Watch {
  const callbacks: Watch['callbacks'] = new Map();
  const observer = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) callbacks.get(target.id)?.(isIntersecting);
    },
    { root, rootMargin },
  );
  return { observer, callbacks };
}

/**
 * Tells `callback` whether `element` is near what its scroller shows. One observer serves a scroller; who is meant is told
 * apart by the element's `id`, which is given here: eight random characters (site-facts.md A.0).
 */
export function watchInView(
  root: Element,
  rootMargin: string,
  element: Element,
  callback: (isInView: boolean) => void,
): () => void {
  if (!element.id) element.id = Math.random().toString(36).slice(2, 10).padEnd(8, 'x');
  const byMargin = watches.get(root) ?? new Map<string, Watch>();
  watches.set(root, byMargin);
  const watch = byMargin.get(rootMargin) ?? createWatch(root, rootMargin);
  byMargin.set(rootMargin, watch);
  const { id } = element;
  watch.callbacks.set(id, callback);
  watch.observer.observe(element);
  return () => {
    watch.observer.unobserve(element);
    watch.callbacks.delete(id);
  };
}
