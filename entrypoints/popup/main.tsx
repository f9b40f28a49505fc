import '@/assets/tokens.css';
import '@/assets/base.css';
import { render } from 'preact';
import { App } from './app';
import { browserHost } from './browser-host';
import { firstFigures } from './first-figures';

const isTab = new URLSearchParams(location.search).has('tab');
document.documentElement.dataset.view = isTab ? 'tab' : 'popup';

const root = document.getElementById('root');
if (root) {
  void firstFigures(browserHost).then(figures =>
    render(<App host={browserHost} isTab={isTab} figures={figures} />, root),
  );
}
