import { useState } from 'preact/hooks';
import { useLazy } from '@/components/use-lazy';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { t } from '@/utils/texts/texts';

const load = () => import('./history-dialog');

/** Opens the list of removals and additions. */
export function HistoryButton({ host, now }: { host: VaultHost; now: number }) {
  const [isOpen, setOpen] = useState(false);
  const dialog = useLazy(isOpen, load);
  return (
    <>
      <button type="button" class="button button--quiet" onClick={() => setOpen(true)}>
        {t('history.button')}
      </button>
      {isOpen && dialog && <dialog.HistoryDialog host={host} now={now} onClose={() => setOpen(false)} />}
    </>
  );
}
