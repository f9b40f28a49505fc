import { defineUnlistedScript } from '#imports';
import { createCloserLook } from './civitai.content/closer-look';

/** Loaded with a model page, and where a person first reaches for a mark; the page's first script starts it. */
export default defineUnlistedScript(() => {
  globalThis.vaultedCloserLook = createCloserLook;
});
