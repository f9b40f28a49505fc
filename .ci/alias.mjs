/** Lets the scripts that Node runs itself import `@/…` from the repository's root, as TypeScript, Vite and Vitest do. */
import { registerHooks } from 'node:module';

const root = new URL('../', import.meta.url);

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier.startsWith('@/') ? new URL(specifier.slice(2), root).href : specifier, context),
});
