/** @jsxImportSource react */
import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';
import type { ModelData } from './data.ts';
import { createQueries } from './queries.ts';
import type { Route } from './router/route.ts';

/** Renders one page. `model` is what the server fetched before; without it the page shows its loader. */
export function renderApp(route: Route, buildId: string, model: ModelData | undefined): string {
  const queries = createQueries();
  if (model) queries.model.set(model.id, { status: 'success', data: model });
  return renderToString(<App initial={route} queries={queries} buildId={buildId} />);
}
