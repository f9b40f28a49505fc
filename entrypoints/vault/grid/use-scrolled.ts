import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A smaller scroll, px, changes nothing: there are spare rows. */
const STEP = 32;

export type Scrolled = { scrolled: number; viewHeight: number };

/** How far the window has scrolled into an element, measured at most once a frame. */
export function useScrolled(list: RefObject<HTMLElement | null>): Scrolled {
  const [state, setState] = useState<Scrolled>({ scrolled: 0, viewHeight: innerHeight });
  useLayoutEffect(() => {
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      const scrolled = -(list.current?.getBoundingClientRect().top ?? 0);
      setState(before => {
        const isSame = Math.abs(before.scrolled - scrolled) < STEP && before.viewHeight === innerHeight;
        return isSame ? before : { scrolled, viewHeight: innerHeight };
      });
    };
    const measureSoon = (): void => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    addEventListener('scroll', measureSoon, { passive: true });
    // A change of height above the list moves it.
    const resized = new ResizeObserver(measureSoon);
    resized.observe(document.body);
    addEventListener('resize', measureSoon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', measureSoon);
      removeEventListener('resize', measureSoon);
      resized.disconnect();
    };
  }, [list]);
  return state;
}
