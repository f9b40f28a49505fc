import { useState } from 'preact/hooks';
import { HistoryIcon } from '@/components/icons/control-icons';
import { useLazy } from '@/components/use-lazy';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { t } from '@/utils/texts/texts';
import './history-button.css';

const load = () => import('./history-dialog');

type Props = { host: VaultHost; now: number; freeKb: number | undefined };

/** Opens the list of removals and additions. */
export function HistoryButton({ host, now, freeKb }: Props) {
  const [isOpen, setOpen] = useState(false);
  const dialog = useLazy(isOpen, load);
  return (
    <>
      <button
        type="button"
        class="button button--quiet history-button"
        aria-label={t('history.button')}
        title={t('panel.history')}
        onClick={() => setOpen(true)}
      >
        <HistoryIcon />
        <span>{t('history.button')}</span>
      </button>
      {isOpen && dialog && <dialog.HistoryDialog {...{ host, now, freeKb }} onClose={() => setOpen(false)} />}
    </>
  );
}
