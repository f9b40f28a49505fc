/** @jsxImportSource react */
import { createPortal } from 'react-dom';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

/** What a non-member gets for clicking the vault button: a modal in a portal, z-index 300 (site-facts.md C.2). */
export function UpsellModal({ onClose }: { onClose: () => void }) {
  return createPortal(
    <div className="modal-overlay">
      <div className="mantine-Modal-content upsell" role="dialog" aria-modal="true" aria-label="Civitai Vault">
        <ActionIcon icon="x" label="Close" className="is-transparent modal-close" onClick={onClose} />
        <Icon name="cloudLock" size={40} />
        <h2>Keep what you use</h2>
        <p>The Vault keeps model versions for members, even when they leave the site.</p>
        <ButtonLink href="/pricing">See membership plans</ButtonLink>
      </div>
    </div>,
    document.body,
  );
}
