/** @jsxImportSource react */
import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react';

const ScrollerContext = createContext<RefObject<HTMLDivElement> | null>(null);

/** The one scroller of a page or a dialog; the window never scrolls (site-facts.md C.3). */
export function ScrollArea({ children }: { children: ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div ref={scroller} className="scroll-area relative flex flex-1 flex-col">
      <ScrollerContext.Provider value={scroller}>{children}</ScrollerContext.Provider>
    </div>
  );
}

/** The scroller around a component; what comes into view is measured against it. */
export function useScroller(): RefObject<HTMLDivElement> | null {
  return useContext(ScrollerContext);
}
