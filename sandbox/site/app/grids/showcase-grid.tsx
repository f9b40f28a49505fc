/** @jsxImportSource react */
import { type ReactNode, useEffect, useRef } from 'react';

/** Every child's box, text nodes included: those have none to give, and it throws (site-facts.md A.1, TRAP 7). */
function tallest(grid: HTMLElement): number {
  return [...grid.childNodes].reduce((most, node) => {
    const box: DOMRect = Reflect.get(node, 'getBoundingClientRect').call(node);
    return Math.max(most, box.height);
  }, 0);
}

/** The profile's grid: two rows of cards, the rest cut off by its own measuring of all child nodes. */
export function ShowcaseGrid({ children }: { children: ReactNode }) {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const measure = () => element.style.setProperty('--showcase-card', `${tallest(element)}px`);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={grid} className="showcase-grid">
      {children}
    </div>
  );
}
