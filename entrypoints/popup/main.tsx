import '@/assets/tokens.css';
import '@/assets/base.css';
import { render } from 'preact';
import { App } from './app';
import { browserHost } from './browser-host';

const isTab = new URLSearchParams(location.search).has('tab');
document.documentElement.dataset.view = isTab ? 'tab' : 'popup';

const root = document.getElementById('root');
if (root) render(<App host={browserHost} isTab={isTab} />, root);
