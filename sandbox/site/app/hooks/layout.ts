import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

const NARROW = '(max-width: 767px)';

/** `useLayoutEffect` in the browser; on the server, where there is no layout, React would complain of it. */
export const useClientLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** The inner width of an element, followed; 0 before it is known. */
export function useWidth(ref: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useClientLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** Whether the screen is narrow; known after hydration. */
export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const update = () => setNarrow(query.matches);
    update();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return isNarrow;
}
