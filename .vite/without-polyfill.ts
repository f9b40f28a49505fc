import { fileURLToPath } from 'node:url';

const POLYFILL = '@wxt-dev/webextension-polyfill/browser';

/**
 * The worker and the extension's own pages do without `webextension-polyfill`, 2 KB gzipped in each: from Manifest V3 on browsers
 * return promises themselves, and how a message is answered where a promise is not understood is known in background/router.ts.
 */
export function withoutPolyfill() {
  return {
    name: 'vaulted:without-polyfill',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id === POLYFILL ? fileURLToPath(import.meta.resolve('@wxt-dev/browser')) : undefined),
  };
}
