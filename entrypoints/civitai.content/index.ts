import { defineContentScript } from '#imports';
import '@/entrypoints/civitai.content/dom/page.css';
import { whenHydrated } from '@/entrypoints/civitai.content/site/hydration';
import { whenShown } from '@/entrypoints/civitai.content/site/when-shown';
import { startVaulted } from './start';

/** How often the script checks whether an update has cut it off from its extension; then it takes its marks away. */
const ORPHAN_CHECK_MS = 1_000;

export default defineContentScript({
  matches: ['https://civitai.com/*', 'https://civitai.red/*'],
  // No message that the page could read: a copy of this script that an update has cut off notices by `isValid` below.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    await whenHydrated(ctx.signal);
    await whenShown(ctx.signal);
    if (ctx.signal.aborted) return;
    startVaulted(ctx.signal);
    // To read `isValid` is what ends a script that was cut off; no event does.
    ctx.setInterval(() => ctx.isValid, ORPHAN_CHECK_MS);
  },
});
