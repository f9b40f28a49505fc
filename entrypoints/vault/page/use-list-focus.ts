import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** Where the keyboard goes on after a dialog, and where a new list starts. */
export function useListFocus() {
  const search = useRef<HTMLInputElement>(null);
  const top = useRef<HTMLDivElement>(null);
  useSearchAsked(search);
  const focusGrid = useRef<() => boolean>(() => false);
  return {
    search,
    top,
    /** Takes the function that focuses the grid. */
    hold: useCallback((focus: () => boolean) => {
      focusGrid.current = focus;
    }, []),
    /** Scrolls a list that has changed to its start. */
    toTop(): void {
      if ((top.current?.getBoundingClientRect().top ?? 0) < 0) top.current?.scrollIntoView();
    },
    /** The browser restores the focus after a dialog. If that element is gone, the grid gets it, or the search. */
    restore(): void {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && !focusGrid.current()) search.current?.focus();
      });
    },
  };
}

/** The browser's key for the search leads to this page with `#search`. */
function useSearchAsked(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const look = (): void => {
      if (location.hash !== '#search') return;
      history.replaceState(null, '', location.pathname + location.search);
      search.current?.focus();
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [search]);
}
