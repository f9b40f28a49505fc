/** Lets Node resolve `@/…`, the repository's own paths, as TypeScript and Vite do: `node --import ./.ci/alias.mjs …`. */
import { registerHooks } from 'node:module';

const root = new URL('../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    return next(specifier.startsWith('@/') ? new URL(specifier.slice(2), root).href : specifier, context);
  },
});
