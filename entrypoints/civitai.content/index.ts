import { defineContentScript } from '#imports';
import { startVaulted } from './start';
import '@/entrypoints/civitai.content/dom/page.css';
import { whenHydrated } from '@/entrypoints/civitai.content/site/hydration';
import { whenShown } from '@/entrypoints/civitai.content/site/when-shown';

/** How often a script that an update has cut off from its extension notices; it then takes its marks away. */
const ORPHAN_CHECK_MS = 1_000;

export default defineContentScript({
  matches: ['https://civitai.com/*', 'https://civitai.red/*'],
  // Nothing that the page could read: a copy of this script that an update has cut off is told by `isValid` below.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    await whenHydrated(ctx.signal);
    await whenShown(ctx.signal);
    if (ctx.signal.aborted) return;
    startVaulted(ctx.signal);
    // Reading `isValid` is what ends an orphaned script; nothing tells it otherwise.
    ctx.setInterval(() => ctx.isValid, ORPHAN_CHECK_MS);
  },
});
