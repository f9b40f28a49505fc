import { defineUnlistedScript } from '#imports';
import { startOnDemand } from '@/entrypoints/civitai.content/start-on-demand';

/** Loaded with a model page, and where the user first reaches for a mark; the script of every page starts it. */
export default defineUnlistedScript(() => {
  globalThis.vaultedOnDemand = startOnDemand;
});
