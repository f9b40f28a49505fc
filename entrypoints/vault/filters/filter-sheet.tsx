import type { ComponentChildren } from 'preact';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import { t } from '@/utils/texts/texts';
import './filter-sheet.css';

type Props = { onClose: () => void; children: ComponentChildren };

/** The filters over a narrow page. Each choice shows at once behind it; "Done" is always in sight. */
export function FilterSheet({ onClose, children }: Props) {
  const footer = (
    <button type="button" class="button filter-sheet-done" onClick={onClose}>
      {t('action.done')}
    </button>
  );
  return (
    <Dialog place="side" title={t('filter.button')} onClose={onClose} footer={footer}>
      <div class="filter-sheet">{children}</div>
    </Dialog>
  );
}
