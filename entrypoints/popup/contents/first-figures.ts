import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Figures } from '@/utils/account/snapshot';

const TIMEOUT_MS = 100;

/** The stored figures for the popup's first frame: reading them is faster than a frame without them. `undefined` after 100 ms. */
export function firstFigures(host: Pick<PopupHost, 'readFigures'>): Promise<Figures | undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, TIMEOUT_MS);
    void host.readFigures().then(figures => {
      clearTimeout(timer);
      resolve(figures);
    });
  });
}
