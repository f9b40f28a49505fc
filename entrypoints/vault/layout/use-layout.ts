import { useState } from 'preact/hooks';
import { type Layout, loadLayout, saveLayout } from './layout';

/** The list's layout, stored with each change. */
export function useLayout(): [layout: Layout, setLayout: (layout: Layout) => void] {
  const [layout, setLayout] = useState(loadLayout);
  return [
    layout,
    next => {
      saveLayout(next);
      setLayout(next);
    },
  ];
}
