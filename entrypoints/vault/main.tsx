import '@/assets/tokens.css';
import '@/assets/base.css';
import './controls.css';
import { render } from 'preact';
import { ErrorBoundary } from '@/components/error-boundary';
import { startPage } from '@/components/start-page';
import { browserHost } from '@/entrypoints/vault/host/browser-host';
import { App } from '@/entrypoints/vault/page/app';

startPage('page.vault');
const root = document.getElementById('root');
if (root)
  render(
    <ErrorBoundary>
      <App host={browserHost} />
    </ErrorBoundary>,
    root,
  );
