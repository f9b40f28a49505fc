import { browser } from 'wxt/browser';
import { createLoginApi, type LoginApi } from '@/entrypoints/background/api/login/login-api';
import type { LoginTransport } from '@/entrypoints/background/api/login/login-request';
import { type CivitaiApi, createCivitaiApi } from './civitai-api';
import type { Transport } from './request';
import { createStreams } from './streams';

/** Makes an API that asks with the key that `getToken` gives. */
export type Connect = (
  getToken: () => Promise<string | undefined>,
  changes?: Pick<Transport, 'onKeyRefused' | 'isFresh'>,
) => CivitaiApi;

const API_HOST = { origins: ['https://civitai.com/*'] };

const inBrowser: LoginTransport = {
  now: Date.now,
  isOnline: () => navigator.onLine,
  // In Firefox the user may withhold the site from the extension.
  hasHostAccess: () => browser.permissions.contains(API_HOST),
};

/** Connects to the real site with the login that the browser has there, for reading alone. */
export const connectWithLogin = (): LoginApi => createLoginApi(inBrowser);

/** Connects to the real site; call it while the worker starts. `onKeyRefused` hears of a stored key that it refuses. */
export function createConnect(onKeyRefused: (key: string) => void): Connect {
  const shared: Omit<Transport, 'getToken'> = { ...inBrowser, onKeyRefused };
  // The same connection, whatever the key.
  const streams = createStreams({ ...shared, getToken: async () => undefined });
  addEventListener('online', streams.forget);
  return (getToken, changes) => createCivitaiApi({ ...shared, getToken, ...changes }, streams);
}
