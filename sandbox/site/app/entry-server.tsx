/** @jsxImportSource react */
import { renderToString } from 'react-dom/server';
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import { createQueries } from '@/sandbox/site/app/data/queries.ts';
import type { Route } from '@/sandbox/site/app/router/route.ts';
import { App } from './app.tsx';

/** Renders one page. `model` is what the server fetched before; without it the page shows its loader. */
export function renderApp(route: Route, buildId: string, model: ModelData | undefined): string {
  const queries = createQueries();
  if (model) queries.model.set(model.id, { status: 'success', data: model });
  return renderToString(<App initial={route} queries={queries} buildId={buildId} />);
}
