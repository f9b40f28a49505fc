import '@/assets/tokens.css';
import '@/assets/base.css';
import { render } from 'preact';
import { App } from './app';
import { browserHost } from './browser-host';

const root = document.getElementById('root');
if (root) render(<App host={browserHost} />, root);
