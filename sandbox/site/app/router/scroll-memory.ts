const RESTORE_FOR_MS = 5_000;

/** Remembers how far the page's scroller was, by history entry, and brings it back (site-facts.md C.3). */
export function createScrollMemory() {
  const positions = new Map<string, number>();
  let current = '';
  const scroller = () => document.querySelector<HTMLElement>('#main > .scroll-area');

  return {
    leave() {
      positions.set(current, scroller()?.scrollTop ?? 0);
    },
    enter(key: unknown) {
      current = typeof key === 'string' ? key : '';
    },
    /** After the new tree stands: to the top, or to where a traverse's entry was left, once there is room for it. */
    settle(restoreKey?: string) {
      const top = (restoreKey && positions.get(restoreKey)) || 0;
      const until = performance.now() + RESTORE_FOR_MS;
      const mine = current;
      const attempt = () => {
        const element = scroller();
        if (!element || mine !== current) return;
        element.scrollTop = top;
        if (Math.abs(element.scrollTop - top) > 2 && performance.now() < until) requestAnimationFrame(attempt);
      };
      requestAnimationFrame(attempt);
    },
  };
}
