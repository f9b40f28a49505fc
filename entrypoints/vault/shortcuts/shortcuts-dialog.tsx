import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { CommandKeys, VaultHost } from '@/entrypoints/vault/host/vault-host';
import { t } from '@/utils/texts/texts';
import { SHEET } from './shortcuts';
import './shortcuts.css';

type Props = { host: Pick<VaultHost, 'readCommands' | 'changeCommands'>; onClose: () => void };

/** The sheet of all keys: the browser's own that lead here, and the page's. */
export function ShortcutsDialog({ host, onClose }: Props) {
  const [commands, setCommands] = useState<CommandKeys[]>([]);
  useEffect(() => {
    void host.readCommands().then(setCommands);
  }, [host]);
  return (
    <Dialog place="middle" title={t('shortcuts.title')} onClose={onClose}>
      {commands.length > 0 && (
        <section>
          <h3>{t('shortcuts.browser')}</h3>
          <dl class="shortcuts">
            {commands.map(({ name, keys }) => (
              <Row key={name} what={t(`command.${name}`)} keys={keys} />
            ))}
          </dl>
          <button type="button" class="button button--quiet" onClick={() => void host.changeCommands()}>
            {t('shortcuts.change')}
          </button>
        </section>
      )}
      <dl class="shortcuts">
        {SHEET.map(name => (
          <Row key={name} what={t(`shortcuts.${name}`)} keys={t(`shortcuts.${name}.keys`)} />
        ))}
      </dl>
    </Dialog>
  );
}

function Row({ what, keys }: { what: string; keys: string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{keys === '' ? t('shortcuts.none') : <kbd dir="ltr">{keys}</kbd>}</dd>
    </div>
  );
}
