import { defineContentScript } from '#imports';
import '@/entrypoints/civitai.content/dom/page.css';
import { whenHydrated } from '@/entrypoints/civitai.content/site/hydration';
import { whenShown } from '@/entrypoints/civitai.content/site/when-shown';
import { startVaulted } from './start';

/** Moments before the user can see or use a mark again after an update, which takes place while the browser is idle or elsewhere. */
const CHECKED_AT = ['visibilitychange', 'focus', 'pointerover', 'pointerdown', 'keydown', 'scroll'];

export default defineContentScript({
  matches: ['https://civitai.com/*', 'https://civitai.red/*'],
  // No message that the page could read: a copy of this script that an update has cut off notices by `isValid` below.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    await whenHydrated(ctx.signal);
    await whenShown(ctx.signal);
    if (ctx.signal.aborted) return;
    // To read `isValid` is what ends a script that an update has cut off from its extension; no event tells it.
    for (const type of CHECKED_AT)
      window.addEventListener(type, () => void ctx.isValid, { capture: true, passive: true, signal: ctx.signal });
    startVaulted(ctx.signal);
  },
});
