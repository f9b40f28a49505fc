import { defineContentScript } from '#imports';
import '@/entrypoints/civitai.content/dom/page.css';
import { watchHydration } from '@/entrypoints/civitai.content/site/hydration';
import { whenShown } from '@/entrypoints/civitai.content/site/when-shown';
import { answerTabQuestion } from '@/utils/messages/tab-question';
import { startVaulted } from './start';

/** Moments before the user can see or use a mark again after an update, which takes place while the browser is idle or elsewhere. */
const CHECKED_AT = ['visibilitychange', 'focus', 'pointerover', 'pointerdown', 'keydown', 'scroll'];

export default defineContentScript({
  matches: ['https://civitai.com/*', 'https://civitai.red/*'],
  // No message that the page could read: a copy of this script that an update has cut off notices by `isValid` below.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const waiting = new AbortController();
    ctx.signal.addEventListener('abort', () => waiting.abort(), { once: true });
    answerTabQuestion(() => ({ versions: 0, inVault: 0, isWaiting: true }), waiting.signal);
    const hydration = watchHydration(ctx.signal);
    await hydration.mayStart;
    await whenShown(ctx.signal);
    if (ctx.signal.aborted) return;
    waiting.abort();
    // To read `isValid` is what ends a script that an update has cut off from its extension; no event tells it.
    for (const type of CHECKED_AT)
      window.addEventListener(type, () => void ctx.isValid, { capture: true, passive: true, signal: ctx.signal });
    startVaulted(hydration, ctx.signal);
  },
});
