import { HistoryList } from '@/components/history/history-list';
import { useHistory } from '@/components/history/use-history';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { t } from '@/utils/texts/texts';

/** As many as a user reads; older ones are forgotten after 90 days. */
const SHOWN = 500;

type Props = { host: VaultHost; now: number; freeKb: number | undefined; onClose: () => void };

/** What was removed and added with Vaulted in this browser. */
export function HistoryDialog({ host, now, freeKb, onClose }: Props) {
  const { entries, adding, addAgain, clear } = useHistory(host, SHOWN);
  const foot = entries && entries.length > 0 && (
    <button type="button" class="button button--quiet" onClick={clear}>
      {t('history.clear')}
    </button>
  );
  return (
    <Dialog title={t('history.title')} place="side" onClose={onClose} footer={foot}>
      <p>{t('history.lead')}</p>
      {entries?.length === 0 && <p role="status">{t('history.empty')}</p>}
      {entries && <HistoryList entries={entries} adding={adding} now={now} freeKb={freeKb} onAdd={addAgain} />}
    </Dialog>
  );
}
