import { useEffect, useRef } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import { type Run, removeAll } from './remove-all';

/** Removes versions, each run after one grace. Closing the page takes nothing back. */
export function useRun(host: VaultHost, session: string, report: Run['report']) {
  const running = useRef(new AbortController());
  const ids = useRef<readonly VersionId[]>([]);
  const show = useRef(report);
  show.current = report;
  useEffect(() => {
    const ending = new AbortController();
    host.onAnnouncement(announcement => {
      if (announcement.announce !== 'facts' || announcement.session !== session) return;
      for (const { versionId, activity } of announcement.facts) {
        const isSending = activity?.target === 'out' && activity.phase !== 'grace' && activity.phase !== 'waiting';
        if (isSending && ids.current.includes(versionId)) show.current(versionId, { kind: 'sending' });
      }
    }, ending.signal);
    return () => ending.abort();
  }, [host, session]);
  return {
    async run(versionIds: readonly VersionId[]) {
      running.current = new AbortController();
      ids.current = versionIds;
      const end = await removeAll({ host, session, versionIds, report, signal: running.current.signal });
      ids.current = [];
      return end;
    },
    /** Takes back what has not been sent. */
    stop: (): void => running.current.abort(),
    /** Sends without waiting for the end of the grace. */
    hasten: (): void => void host.changeRemovals(session, [...ids.current], 'now'),
  };
}
