import { useCallback, useEffect, useState } from 'preact/hooks';
import type { HistoryMessages } from '@/utils/messages/history';
import type { Announcement } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import type { ShownEntry } from '@/utils/vault/history';

/** What the history needs from the page. No function rejects. */
export type HistoryHost = HistoryMessages & {
  onAnnouncement(listener: (announcement: Announcement) => void, signal: AbortSignal): void;
};

/** How an "Add again" goes, by entry. */
export type Adding = ReadonlyMap<number, 'working' | Problem>;

/** Facts come in bursts: the history is read once for all of them. */
const READ_AFTER_MS = 300;

/** The `count` newest entries, kept up to date; `undefined` until they are read. */
export function useHistory(host: HistoryHost, count: number) {
  const [history, setHistory] = useState<{ session?: string; entries: ShownEntry[] }>();
  const [adding, setAdding] = useState<Adding>(new Map());
  const read = useCallback(async () => {
    const answer = await host.readHistory(count);
    if (answer.ok) setHistory(answer.value);
  }, [host, count]);
  useEffect(() => {
    void read();
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    host.onAnnouncement(({ announce }) => {
      if (announce !== 'facts' && announce !== 'connection') return;
      clearTimeout(timer);
      timer = setTimeout(() => void read(), READ_AFTER_MS);
    }, ending.signal);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [host, read]);
  const addAgain = async (entry: ShownEntry): Promise<void> => {
    if (history?.session === undefined) return;
    const show = (state: 'working' | Problem | undefined) =>
      setAdding(
        before => new Map([...before].filter(([id]) => id !== entry.id).concat(state ? [[entry.id, state]] : [])),
      );
    show('working');
    const result = await host.addAgain(history.session, entry);
    show(result.ok ? result.value.problem : result.problem);
    await read();
  };
  return {
    entries: history?.entries,
    adding,
    addAgain: (entry: ShownEntry) => void addAgain(entry),
    clear: () => void host.clearHistory().then(read),
  };
}
