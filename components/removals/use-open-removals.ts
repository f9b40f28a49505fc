import { useCallback, useEffect, useState } from 'preact/hooks';
import type { VersionId } from '@/utils/civitai/ids';
import type { Announcement, OpenRemovals, RemovalChange } from '@/utils/messages/protocol';
import type { RemovalMessages } from '@/utils/messages/removals';

/** What the list of open removals needs from the page. No function rejects. */
export type RemovalsHost = RemovalMessages & {
  onAnnouncement(listener: (announcement: Announcement) => void, signal: AbortSignal): void;
  /** Epoch ms. */
  now(): number;
};

/** Facts come in bursts: the list is read once for all of them. */
const READ_AFTER_MS = 100;

/** The removals that can be taken back, and those that were left unsent, kept up to date. */
export function useOpenRemovals(host: RemovalsHost) {
  const [open, setOpen] = useState<OpenRemovals>({ removals: [] });
  const read = useCallback(async () => {
    const answer = await host.readRemovals();
    if (answer.ok) setOpen(answer.value);
  }, [host]);
  useEffect(() => {
    void read();
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    host.onAnnouncement(({ announce }) => {
      if (announce !== 'facts' && announce !== 'connection' && announce !== 'result') return;
      clearTimeout(timer);
      timer = setTimeout(() => void read(), READ_AFTER_MS);
    }, ending.signal);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [host, read]);
  const { session, removals, results = [] } = open;
  return {
    results,
    waiting: removals.filter(({ fact }) => fact.activity?.phase === 'grace'),
    unsent: removals.filter(({ fact }) => !fact.activity && fact.problem),
    async change(versionIds: VersionId[], how: RemovalChange): Promise<void> {
      if (session !== undefined) await host.changeRemovals(session, versionIds, how);
      await read();
    },
  };
}
