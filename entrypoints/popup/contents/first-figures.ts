import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Figures } from '@/utils/account/snapshot';

const PATIENCE_MS = 100;

/**
 * The figures for the popup's first frame: reading them takes less time than drawing a frame without them. `undefined` where the
 * browser's storage is slow; never rejects.
 */
export function firstFigures(host: Pick<PopupHost, 'readFigures'>): Promise<Figures | undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    void host.readFigures().then(figures => {
      clearTimeout(timer);
      resolve(figures);
    });
  });
}
