import { browser } from 'wxt/browser';
import { type CivitaiApi, createCivitaiApi } from './civitai-api';
import type { Transport } from './request';
import { createStreams } from './streams';

/** Makes an API that asks with the key that `getToken` gives. */
export type Connect = (
  getToken: () => Promise<string | undefined>,
  changes?: Pick<Transport, 'onKeyRefused' | 'isFresh'>,
) => CivitaiApi;

const API_HOST = { origins: ['https://civitai.com/*'] };

/** Connects to the real site; call it while the worker starts. `onKeyRefused` hears of a stored key that it refuses. */
export function createConnect(onKeyRefused: (key: string) => void): Connect {
  const shared: Omit<Transport, 'getToken'> = {
    now: Date.now,
    isOnline: () => navigator.onLine,
    // In Firefox the user may withhold the site from the extension.
    hasHostAccess: () => browser.permissions.contains(API_HOST),
    onKeyRefused,
  };
  // The same connection, whatever the key.
  const streams = createStreams({ ...shared, getToken: async () => undefined });
  addEventListener('online', streams.forget);
  return (getToken, changes) => createCivitaiApi({ ...shared, getToken, ...changes }, streams);
}
