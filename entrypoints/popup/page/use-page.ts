import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { TabSummary } from '@/utils/messages/tab-summary';

/** The popup's knowledge of the tab in front; `asking` until it is certain. */
export type PageState = { page: 'asking' } | Exclude<TabSummary, { page: 'loading' }>;

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
    const summary = await host.readPage();
    if (signal.aborted) return;
    // A worker that starts again answers the next time.
    if (!summary) continue;
    silences = summary.page === 'silent' ? silences + 1 : 0;
    if (isLoading(summary)) report({ page: 'asking' });
    else if (summary.page !== 'silent' || silences >= MAX_SILENCES) report(summary);
    if (summary.page === 'elsewhere') return;
  }
}

function isLoading(summary: TabSummary): summary is Extract<TabSummary, { page: 'loading' }> {
  return summary.page === 'loading';
}

/** Follows the tab in front. `reload` reloads it where Vaulted doesn't run. */
export function usePage(host: PopupHost): { page: PageState; reload: (tabId: number) => void } {
  const [page, setPage] = useState<PageState>({ page: 'asking' });
  useEffect(() => {
    const ending = new AbortController();
    void follow(host, setPage, ending.signal);
    return () => ending.abort();
  }, [host]);
  const reload = useCallback(
    (tabId: number) => {
      setPage({ page: 'asking' });
      void host.reloadTab(tabId);
    },
    [host],
  );
  return { page, reload };
}
