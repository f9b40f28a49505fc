import { useEffect, useRef, useState } from 'react';
import { useScroller } from '../shell/scroll-area.tsx';

/**
 * Whether an element is within one height of its scroller above or below what is on screen. False at first, so that no
 * card's content is ever in the server's HTML; gives the element a random id, as the site does (site-facts.md A.0).
 */
export function useInView() {
  const ref = useRef<HTMLDivElement>(null);
  const scroller = useScroller();
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (!element.id) element.id = Math.random().toString(36).slice(2, 10).padEnd(8, 'x');
    const observer = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? false), {
      root: scroller?.current ?? null,
      rootMargin: '100% 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return { ref, inView };
}
