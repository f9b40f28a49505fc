import { type RefObject, useEffect, useState } from 'react';
import { useScroller } from '@/sandbox/site/app/shell/scroll-area.tsx';
import { watchInView } from './in-view-observer.ts';

/**
 * Whether an element is near what its scroller shows: by default within one height of the scroller above or below. False at
 * first, so that no card's content is ever in the server's HTML (site-facts.md A.0). `once`: stays true.
 */
export function useInView(ref: RefObject<Element>, { margin = '100% 0px', once = false } = {}): boolean {
  const scroller = useScroller();
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const root = scroller?.current;
    if (!ref.current || !root) return;
    return watchInView(root, margin, ref.current, isInView => setInView(before => isInView || (once && before)));
  }, [ref, scroller, margin, once]);
  return inView;
}
