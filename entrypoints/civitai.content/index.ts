import { defineContentScript } from '#imports';
import '@/entrypoints/civitai.content/dom/page.css';
import { watchHydration } from '@/entrypoints/civitai.content/site/hydration';
import { beginLife } from '@/entrypoints/civitai.content/site/life';
import { whenShown } from '@/entrypoints/civitai.content/site/when-shown';
import { answerTabQuestion } from '@/utils/messages/tab-question';
import { startVaulted } from './start';

export default defineContentScript({
  matches: ['https://civitai.com/*', 'https://civitai.red/*'],
  async main() {
    const signal = beginLife();
    if (!signal) return;
    const waiting = new AbortController();
    answerTabQuestion(() => ({ versions: 0, inVault: 0, isWaiting: true }), AbortSignal.any([signal, waiting.signal]));
    const hydration = watchHydration(signal);
    await hydration.mayStart;
    await whenShown(signal);
    if (signal.aborted) return;
    waiting.abort();
    startVaulted(hydration, signal);
  },
});
