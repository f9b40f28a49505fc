/** Chromium's `trackVisibility` looks at most this often, ms; it takes no less. */
const DELAY_MS = 100;
/** A browser that paints answers within a few frames. */
const LONGEST_MS = 600;

type WithVisibility = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/** True where the browser can tell what is painted over an element: Chromium with IntersectionObserver v2. */
const isTracked = (): boolean => 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Follows whether anything is painted over the element, whatever lets pointers through, until `signal` aborts. Firefox can't tell: there
 * `report` is never called.
 */
export function watchCover(element: Element, report: (isUncovered: boolean) => void, signal: AbortSignal): void {
  if (!isTracked()) return;
  const options: WithVisibility = { trackVisibility: true, delay: DELAY_MS, threshold: [0, 0.5, 0.9, 1] };
  const observer = new IntersectionObserver(entries => {
    const last = entries.at(-1);
    if (last) report('isVisible' in last && last.isVisible === true);
  }, options);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Whether nothing is painted over the element now. True where the browser can't tell, `false` where it paints no frame. */
export async function isUncovered(element: Element): Promise<boolean> {
  if (!isTracked()) return true;
  const done = new AbortController();
  const answer = await new Promise<boolean>(resolve => {
    watchCover(element, resolve, done.signal);
    setTimeout(resolve, LONGEST_MS, false);
  });
  done.abort();
  return answer;
}
