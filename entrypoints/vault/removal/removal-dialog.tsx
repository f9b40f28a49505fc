import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { RemovalChoice } from './removal-choice';
import { RemovalFoot } from './removal-foot';
import { RemovalProgress, RemovalTitle } from './removal-results';
import { useCandidates } from './use-candidates';
import { useRemoval } from './use-removal';
import './removal.css';

type Props = {
  host: VaultHost;
  /** The sign-in whose vault the items are of. */
  session: string;
  /** The selected items; must stay the same while the dialog is open. */
  items: readonly MirroredItem[];
  now: number;
  /** A run has ended: the vault may have more free space. */
  onSettled: () => void;
  onClose: () => void;
};

/**
 * The only confirmation of a removal, then its progress. Versions that can be added again are ticked; those that may be the only copy,
 * or that couldn't be looked up, are not.
 */
export function RemovalDialog({ host, session, items, now, onSettled, onClose }: Props) {
  const removal = useRemoval(host, session, useCandidates(host, items), onSettled);
  const { phase } = removal;
  return (
    <Dialog
      place="middle"
      title={<RemovalTitle removal={removal} title={t('removal.title')} now={host.now} />}
      canClose={phase !== 'running' && phase !== 'grace'}
      onClose={onClose}
      footer={<RemovalFoot removal={removal} onClose={onClose} />}
    >
      {phase === 'choosing' ? (
        <RemovalChoice removal={removal} now={now} />
      ) : (
        <RemovalProgress removal={removal} now={now} />
      )}
    </Dialog>
  );
}
