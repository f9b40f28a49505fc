import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { PanelName } from '@/entrypoints/popup/panels/panel';

/** The open panel. Closing it gives the focus back to the control that opens it, or to `main` where there is none any more. */
export function usePanel(main: RefObject<HTMLElement | null>, first: PanelName | undefined) {
  const [panel, setPanel] = useState(first);
  return {
    panel,
    open: (name: PanelName) => setPanel(name),
    /** Closes it where the focus goes elsewhere. */
    leave: () => setPanel(undefined),
    close(): void {
      setPanel(undefined);
      // The control is drawn with the next frame at the latest.
      requestAnimationFrame(() =>
        (main.current?.querySelector<HTMLElement>(`[data-opens="${panel}"]`) ?? main.current)?.focus(),
      );
    },
  };
}
