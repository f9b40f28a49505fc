import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageNow, PopupHost } from '@/entrypoints/popup/host/popup-host';

/** The popup's knowledge of the tab in front; `asking` until it is certain. */
export type PageState = { kind: 'asking' } | Exclude<PageNow, { kind: 'loading' }>;

const INTERVAL_MS = 400;
/** The content script of a page that has just loaded may need a moment before it answers. */
const MAX_SILENCES = 3;

function wait(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, INTERVAL_MS);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Asks the page again and again, because it goes on changing; ends on a page that is not Civitai's. */
async function follow(host: PopupHost, report: (page: PageState) => void, signal: AbortSignal): Promise<void> {
  for (let silences = 0; !signal.aborted; await wait(signal)) {
    const page = await host.readPage();
    if (signal.aborted) return;
    silences = page.kind === 'silent' ? silences + 1 : 0;
    if (page.kind === 'loading') report({ kind: 'asking' });
    else if (page.kind !== 'silent' || silences >= MAX_SILENCES) report(page);
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
