import { useEffect, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Screen } from './screen';

/** Records the problems on screen as seen, so that the toolbar stops reporting them. Returns how many lost versions are new since. */
export function useSeen(host: PopupHost, vault: Extract<Screen, { kind: 'vault' }> | undefined): number {
  const [newLost, setNewLost] = useState(0);
  const lost = vault?.summary?.lost;
  const quota = vault?.snapshot.quota;
  const isOver = quota && quota.usedKb > quota.totalKb;
  useEffect(() => {
    if (lost === undefined || isOver === undefined) return;
    void host.noteSeen({ lost, isOver }).then(before => {
      // What was new when the popup opened stays so until it closes.
      if (lost > before.lost) setNewLost(lost - before.lost);
    });
  }, [host, lost, isOver]);
  return Math.min(newLost, lost ?? 0);
}
