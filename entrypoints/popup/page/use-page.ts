import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageNow, PopupHost } from '@/entrypoints/popup/host/popup-host';

/** What the popup knows of the tab in front; `asking` until it is certain. */
export type PageState = { kind: 'asking' } | Exclude<PageNow, { kind: 'loading' }>;

const AGAIN_MS = 400;
/** A page that has just finished loading may need a moment before Vaulted answers there. */
const PATIENCE = 3;

function wait(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, AGAIN_MS);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Asks until the page has something to say, then now and then, because a page goes on changing. */
async function follow(host: PopupHost, tell: (page: PageState) => void, signal: AbortSignal): Promise<void> {
  for (let silences = 0; !signal.aborted; await wait(signal)) {
    const page = await host.lookAtPage();
    if (signal.aborted) return;
    silences = page.kind === 'silent' ? silences + 1 : 0;
    if (page.kind === 'loading') tell({ kind: 'asking' });
    else if (page.kind !== 'silent' || silences >= PATIENCE) tell(page);
    if (page.kind === 'elsewhere') return;
  }
}

/** Follows the tab in front. `reload` reloads it where Vaulted doesn't run yet. */
export function usePage(host: PopupHost): { page: PageState; reload: (tabId: number) => void } {
  const [page, setPage] = useState<PageState>({ kind: 'asking' });
  useEffect(() => {
    const ending = new AbortController();
    void follow(host, setPage, ending.signal);
    return () => ending.abort();
  }, [host]);
  const reload = useCallback(
    (tabId: number) => {
      setPage({ kind: 'asking' });
      void host.reloadTab(tabId);
    },
    [host],
  );
  return { page, reload };
}
