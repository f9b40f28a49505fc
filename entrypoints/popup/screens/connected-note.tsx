import { CheckIcon } from '@/components/icons/status-icons';
import { Text } from '@/components/text';
import { KeyCheck } from '@/entrypoints/popup/settings/key-check';
import type { Snapshot } from '@/utils/account/account';
import { t } from '@/utils/texts/texts';

type Props = {
  snapshot: Snapshot;
  onReplaceKey: () => void;
  /** Closes the tab; absent in the popup. */
  onClose: (() => void) | undefined;
};

/** After a sign-in: the success, and what the key may do. */
export function ConnectedNote({ snapshot, onReplaceKey, onClose }: Props) {
  return (
    <div class="connected">
      <CheckIcon size={20} />
      <p>
        <Text id="connected.lead" values={{ connected: <strong>{t('connected.word')}</strong> }} />
      </p>
      {!snapshot.isLogin && <KeyCheck snapshot={snapshot} onReplace={onReplaceKey} />}
      {onClose && (
        <button type="button" class="button" onClick={onClose}>
          {t('connected.close-tab')}
        </button>
      )}
    </div>
  );
}
