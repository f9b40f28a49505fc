import { defineUnlistedScript } from '#imports';
import { startOnDemand } from '@/entrypoints/civitai.content/start-on-demand';

/** Loaded with a model page, and where a person first reaches for a mark; the page's first script starts it. */
export default defineUnlistedScript(() => {
  globalThis.vaultedOnDemand = startOnDemand;
});
