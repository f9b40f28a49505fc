import type { MarkEntry } from './link-registry';

/** Links in texts, which may be thousands: which of them the user has had before their eyes. */
export type SeenLinks = {
  has(entry: MarkEntry): boolean;
  /** Waits for it to be in view. */
  await(entry: MarkEntry): void;
  forget(entry: MarkEntry): void;
};

/** `seen` hears of links as they come into view, each once. */
export function createSeenLinks(seen: (entries: MarkEntry[]) => void, signal: AbortSignal): SeenLinks {
  const waiting = new Map<Element, MarkEntry>();
  const inView = new WeakSet<MarkEntry>();
  const observer = new IntersectionObserver(changes => {
    const entries = changes.flatMap(({ isIntersecting, target }) => (isIntersecting && waiting.get(target)) || []);
    for (const entry of entries) {
      inView.add(entry);
      forget(entry);
    }
    seen(entries);
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  const forget = ({ home }: MarkEntry): void => {
    waiting.delete(home);
    observer.unobserve(home);
  };
  return {
    has: entry => inView.has(entry),
    await(entry) {
      observer.observe(entry.home);
      waiting.set(entry.home, entry);
    },
    forget,
  };
}
