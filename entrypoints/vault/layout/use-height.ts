import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Keeps an element's height in a style property of its parent, so that what sticks below it knows where. */
export function useHeight(element: RefObject<HTMLElement | null>, property: `--${string}`): void {
  useLayoutEffect(() => {
    const own = element.current;
    if (!own) return;
    const write = (): void => own.parentElement?.style.setProperty(property, `${own.offsetHeight}px`);
    write();
    const resized = new ResizeObserver(write);
    resized.observe(own);
    return () => resized.disconnect();
  }, [element, property]);
}
