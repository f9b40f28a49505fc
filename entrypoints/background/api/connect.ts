import { type CivitaiApi, createCivitaiApi } from './civitai-api';
import { hasSiteAccess } from './site-access';

/** The site's API as seen with whatever key `getToken` gives. */
export type Connect = (getToken: () => Promise<string | undefined>) => CivitaiApi;

/** Connects to the real site. `onKeyRefused` hears of a key that it answers with 401. */
export function createConnect(onKeyRefused: (key: string) => void): Connect {
  return getToken =>
    createCivitaiApi({
      getToken,
      now: Date.now,
      isOnline: () => navigator.onLine,
      hasHostAccess: hasSiteAccess,
      onKeyRefused,
    });
}
