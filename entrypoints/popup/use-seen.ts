import { useEffect } from 'preact/hooks';
import { overLimitOf } from '@/utils/over-limit';
import type { PopupHost } from './popup-host';
import type { Screen } from './vault-story';

/** What is on screen has been seen: the toolbar stops speaking of it. */
export function useSeen(host: PopupHost, vault: Extract<Screen, { kind: 'vault' }> | undefined): void {
  const lost = vault?.stock?.lost;
  const quota = vault?.snapshot.quota;
  const isOver = quota && (overLimitOf(quota)?.overKb ?? 0) > 0;
  useEffect(() => {
    if (lost !== undefined && isOver !== undefined) void host.noteSeen({ lost, isOver });
  }, [host, lost, isOver]);
}
