import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import { t } from '@/utils/texts/texts';
import { SHEET } from './shortcuts';
import './shortcuts.css';

/** The sheet of all keys. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog place="middle" title={t('shortcuts.title')} onClose={onClose}>
      <dl class="shortcuts">
        {SHEET.map(name => (
          <div key={name}>
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd>
              <kbd dir="ltr">{t(`shortcuts.${name}.keys`)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
