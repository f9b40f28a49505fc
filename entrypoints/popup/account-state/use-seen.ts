import { useEffect } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Screen } from './screen';

/** Records the problems on screen as seen, so that the toolbar stops reporting them. */
export function useSeen(host: PopupHost, vault: Extract<Screen, { kind: 'vault' }> | undefined): void {
  const lost = vault?.summary?.lost;
  const quota = vault?.snapshot.quota;
  const isOver = quota && quota.usedKb > quota.totalKb;
  useEffect(() => {
    if (lost !== undefined && isOver !== undefined) void host.noteSeen({ lost, isOver });
  }, [host, lost, isOver]);
}
