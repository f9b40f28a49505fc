/** @jsxImportSource react */
import { hydrateRoot } from 'react-dom/client';
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import type { NextData } from '@/sandbox/site/app/data/page-props.ts';
import { createQueries } from '@/sandbox/site/app/data/queries.ts';
import { decodePayload } from '@/sandbox/site/app/data/trpc.ts';
import { recordClientHistory } from '@/sandbox/site/app/router/client-history.ts';
import { App } from './app.tsx';
import { reportHydrated } from './report-hydrated.ts';
import { installHooks } from './window-hooks.ts';

type Dehydrated = { queries: { queryKey: [string[], { input: { id: number } }]; state: { data: ModelData } }[] };

function readNextData(): NextData {
  return JSON.parse(document.getElementById('__NEXT_DATA__')?.textContent ?? '{}');
}

function hydrate(): void {
  const container = document.getElementById('__next');
  if (!container) return;
  const { page, query, buildId, props } = readNextData();
  const { trpcState, ...pageProps } = props.pageProps;
  const queries = createQueries();
  if (trpcState) {
    for (const { queryKey, state } of decodePayload<Dehydrated>(trpcState).queries) {
      if (queryKey[0].join('.') === 'model.getById')
        queries.model.set(state.data.id, { status: 'success', data: state.data });
    }
  }
  const initial = { page, query, pageProps, asPath: location.pathname + location.search };
  performance.mark('beforeRender');
  hydrateRoot(container, <App initial={initial} queries={queries} buildId={buildId} onHydrated={reportHydrated} />, {
    onRecoverableError(error) {
      const text = error instanceof Error ? error.message : String(error);
      window.__reactErrors.push(text);
      console.error(error);
    },
  });
}

window.__reactErrors = [];
// React throws again what no boundary catches, and no code can catch that.
window.addEventListener('error', ({ message }) => window.__reactErrors.push(message));
recordClientHistory();
installHooks();
setTimeout(hydrate, window.__sandbox.hydrationDelayMs);
