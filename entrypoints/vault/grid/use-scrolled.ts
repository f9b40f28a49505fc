import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Scrolling less than this changes nothing: there are spare rows. */
const STEP = 32;

export type Scrolled = { scrolled: number; viewHeight: number };

/** How far the window has scrolled into an element, looked at once a frame at most. */
export function useScrolled(list: RefObject<HTMLElement | null>): Scrolled {
  const [state, setState] = useState<Scrolled>({ scrolled: 0, viewHeight: innerHeight });
  useLayoutEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const scrolled = -(list.current?.getBoundingClientRect().top ?? 0);
      setState(before => {
        const isSame = Math.abs(before.scrolled - scrolled) < STEP && before.viewHeight === innerHeight;
        return isSame ? before : { scrolled, viewHeight: innerHeight };
      });
    };
    const lookSoon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', lookSoon, { passive: true });
    // Whatever grows or shrinks above the list moves it.
    const resized = new ResizeObserver(lookSoon);
    resized.observe(document.body);
    addEventListener('resize', lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', lookSoon);
      removeEventListener('resize', lookSoon);
      resized.disconnect();
    };
  }, [list]);
  return state;
}
