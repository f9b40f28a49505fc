import { useEffect } from 'preact/hooks';
import type { Announcement } from '@/utils/messages/protocol';

type Announcer = {
  onAnnouncement(listener: (announcement: Announcement) => void, signal: AbortSignal): void;
};

/**
 * Reads at first, and again once facts or the account have changed. Facts come in bursts: `afterMs` after the last it is read once for
 * all of them. `read` must stay the same function.
 */
export function useNews(host: Announcer, read: () => Promise<void>, afterMs: number): void {
  useEffect(() => {
    void read();
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    host.onAnnouncement(({ announce }) => {
      if (announce !== 'facts' && announce !== 'connection') return;
      clearTimeout(timer);
      timer = setTimeout(() => void read(), afterMs);
    }, ending.signal);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [host, read, afterMs]);
}
