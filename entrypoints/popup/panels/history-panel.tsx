import { useMemo } from 'preact/hooks';
import { HistoryList } from '@/components/history/history-list';
import { useHistory } from '@/components/history/use-history';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import { historyMessages } from '@/utils/messages/history';
import { t } from '@/utils/texts/texts';

/** The vault page shows the others. */
const LAST = 20;

/** The last removals and additions. */
export function HistoryPanel({ host, snapshot: { quota }, now }: { host: PopupHost; snapshot: Snapshot; now: number }) {
  const { onAnnouncement } = host;
  const messages = useMemo(() => ({ ...historyMessages, onAnnouncement }), [onAnnouncement]);
  const { entries, adding, addAgain } = useHistory(messages, LAST);
  if (!entries) return null;
  if (entries.length === 0) return <p>{t('history.empty')}</p>;
  return (
    <HistoryList
      entries={entries}
      adding={adding}
      now={now}
      freeKb={quota && quota.totalKb - quota.usedKb}
      onAdd={addAgain}
    />
  );
}
