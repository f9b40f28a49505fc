import type { ComponentChildren } from 'preact';
import { CheckIcon, WarningIcon } from '@/components/icons/status-icons';
import { Text } from '@/components/text';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { KeyCheck } from '@/entrypoints/popup/settings/key-check';
import type { Snapshot } from '@/utils/account/account';
import { siteLinks } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import { PinHint } from './pin-hint';
import './connected-note.css';

type Props = {
  host: PopupHost;
  snapshot: Snapshot;
  onReplaceKey: () => void;
  /** Closes the tab; absent in the popup, which has less room. */
  onClose: (() => void) | undefined;
};

function leadOf({ canWrite, isLogin }: Snapshot) {
  if (isLogin) return 'connected.login';
  return canWrite ? 'connected.lead' : 'connected.read-only';
}

/** After a sign-in: what can be done now, and what the key may do. A login, or a key that can't add, is no full success. */
export function ConnectedNote(props: Props) {
  const { snapshot, onReplaceKey, onClose } = props;
  const { canWrite, isLogin } = snapshot;
  const check = isLogin ? (
    <p>
      <button type="button" class="button button--quiet" onClick={onReplaceKey}>
        {t('action.connect-key')}
      </button>
    </p>
  ) : (
    <KeyCheck snapshot={snapshot} onReplace={onReplaceKey} />
  );
  return (
    <section class="connected" data-tone={canWrite ? 'done' : 'partly'} aria-label={t('connected.label')}>
      {canWrite ? <CheckIcon size={20} /> : <WarningIcon />}
      <p>
        <Text id={leadOf(snapshot)} values={{ connected: <strong>{t('connected.word')}</strong> }} />
      </p>
      {onClose ? (
        <InTab {...props} onClose={onClose}>
          {check}
        </InTab>
      ) : isLogin ? (
        check
      ) : (
        <details class="connected-key">
          <summary>{t('connected.key')}</summary>
          {check}
        </details>
      )}
    </section>
  );
}

function InTab({ host, snapshot, onClose, children }: Props & { onClose: () => void; children: ComponentChildren }) {
  return (
    <>
      {children}
      <p class="connected-ways">
        {(snapshot.canWrite || snapshot.isLogin) && (
          <a class="button" href={siteLinks.models}>
            {t('connected.browse')}
          </a>
        )}
        <button type="button" class="button button--quiet" onClick={onClose}>
          {t('connected.close-tab')}
        </button>
      </p>
      <PinHint host={host} />
    </>
  );
}
