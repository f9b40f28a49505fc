import '@/assets/tokens.css';
import '@/assets/base.css';
import { render } from 'preact';
import { ErrorBoundary } from '@/components/error-boundary';
import { startPage } from '@/components/start-page';
import { firstFigures } from '@/entrypoints/popup/contents/first-figures';
import { browserHost } from '@/entrypoints/popup/host/browser-host';
import { App } from '@/entrypoints/popup/screens/app';

startPage('page.popup');
// `?tab`: in a tab of its own; `?tab=settings`: with that panel open; `&change`: the user wanted to change the vault.
const query = new URLSearchParams(location.search);
const tab = query.get('tab');
const isTab = tab !== null;
document.documentElement.dataset.view = isTab ? 'tab' : 'popup';

const root = document.getElementById('root');
if (root) {
  void firstFigures(browserHost).then(figures =>
    render(
      <ErrorBoundary>
        <App
          host={browserHost}
          isTab={isTab}
          isToChange={query.has('change')}
          panel={tab === 'settings' ? tab : undefined}
          figures={figures}
        />
      </ErrorBoundary>,
      root,
    ),
  );
}
