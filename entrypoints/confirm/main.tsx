import '@/assets/tokens.css';
import '@/assets/base.css';
import { render } from 'preact';
import { ErrorBoundary } from '@/components/error-boundary';
import { startPage } from '@/components/start-page';
import { createBrowserHost } from '@/entrypoints/confirm/host/browser-host';
import { App } from '@/entrypoints/confirm/page/app';

startPage('page.confirm');
const root = document.getElementById('root');
if (root)
  render(
    <ErrorBoundary caution="confirm.perhaps">
      <App host={createBrowserHost(location.search.slice(1))} />
    </ErrorBoundary>,
    root,
  );
