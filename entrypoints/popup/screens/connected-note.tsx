import { CheckIcon } from '@/components/icons/status-icons';
import { KeyCheck } from '@/entrypoints/popup/settings/key-check';
import type { Snapshot } from '@/utils/account/account';

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
        <strong>Connected.</strong> Your Civitai tabs show your vault now.
      </p>
      <KeyCheck snapshot={snapshot} onReplace={onReplaceKey} />
      {onClose && (
        <button type="button" class="button" onClick={onClose}>
          Close this tab
        </button>
      )}
    </div>
  );
}
