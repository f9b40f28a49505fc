import { fileURLToPath } from 'node:url';

const POLYFILL = '@wxt-dev/webextension-polyfill/browser';

/**
 * The worker does without `webextension-polyfill`: its 2 KB would break the budget, browsers return promises themselves from Manifest
 * V3 on, and how a message is answered where a promise is not understood is known in background/router.ts.
 */
export function withoutPolyfill() {
  return {
    name: 'vaulted:without-polyfill',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id === POLYFILL ? fileURLToPath(import.meta.resolve('@wxt-dev/browser')) : undefined),
  };
}
