import { useCallback, useState } from 'preact/hooks';
import { useNews } from '@/components/announcements/use-news';
import type { VersionId } from '@/utils/civitai/ids';
import type { Announcement, OpenRemovals, RemovalChange } from '@/utils/messages/protocol';
import type { RemovalMessages } from '@/utils/messages/removals';

/** What the list of open removals needs from the page. No function rejects. */
export type RemovalsHost = RemovalMessages & {
  onAnnouncement(listener: (announcement: Announcement) => void, signal: AbortSignal): void;
  /** Epoch ms. */
  now(): number;
};

/** The grace of a removal is short: it is shown soon. */
const READ_AFTER_MS = 100;

/** The removals that can be taken back, and those that were left unsent, kept up to date. */
export function useOpenRemovals(host: RemovalsHost) {
  const [open, setOpen] = useState<OpenRemovals>({ removals: [] });
  const read = useCallback(async () => {
    const answer = await host.readRemovals();
    if (answer.ok) setOpen(answer.value);
  }, [host]);
  useNews(host, read, READ_AFTER_MS);
  const { session, removals } = open;
  return {
    waiting: removals.filter(({ fact }) => fact.activity?.phase === 'grace'),
    unsent: removals.filter(({ fact }) => !fact.activity && fact.problem),
    async change(versionIds: VersionId[], how: RemovalChange): Promise<void> {
      if (session !== undefined) await host.changeRemovals(session, versionIds, how);
      await read();
    },
  };
}
