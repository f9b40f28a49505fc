import { CheckIcon } from '@/components/icons';

/** After a sign-in in a tab: it worked, and there is nothing left to do here. */
export function ConnectedNote({ onClose }: { onClose: () => void }) {
  return (
    <div class="connected">
      <CheckIcon size={20} />
      <p>
        <strong>Connected.</strong> Your Civitai tabs show your vault now.
      </p>
      <button type="button" class="button" onClick={onClose}>
        Close this tab
      </button>
    </div>
  );
}
