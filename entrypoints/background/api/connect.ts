import { browser } from 'wxt/browser';
import { type CivitaiApi, createCivitaiApi } from './civitai-api';

/** Makes an API that asks with the key that `getToken` gives. `isTrial`: a key that the user has just pasted; one refusal is enough. */
export type Connect = (getToken: () => Promise<string | undefined>, isTrial?: boolean) => CivitaiApi;

const API_HOST = { origins: ['https://civitai.com/*'] };

/** Connects to the real site. `onKeyRefused` hears of a stored key that it refuses. */
export function createConnect(onKeyRefused: (key: string) => void): Connect {
  return (getToken, isTrial) =>
    createCivitaiApi({
      getToken,
      now: Date.now,
      isOnline: () => navigator.onLine,
      // In Firefox the user may withhold the site from the extension.
      hasHostAccess: () => browser.permissions.contains(API_HOST),
      ...(!isTrial && { onKeyRefused }),
    });
}
