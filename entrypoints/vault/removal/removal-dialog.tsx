import { useSeconds } from '@/components/removals/use-seconds';
import { Plural } from '@/components/text';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { formatNumber } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { tally } from '@/utils/vault-view/removal';
import { RemovalChoice } from './removal-choice';
import { RemovalFoot } from './removal-foot';
import { RemovalResults } from './removal-results';
import { type Removal, useRemoval } from './use-removal';
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

function Title({ removal, now }: { removal: Removal; now: () => number }) {
  const { phase, candidates, graceUntil } = removal;
  const seconds = useSeconds(phase === 'grace' ? graceUntil : undefined, now);
  if (phase === 'choosing') return t('removal.title');
  if (phase === 'grace' && seconds > 0)
    return <Plural id="removal.grace" count={tally(candidates).open} values={{ seconds: formatNumber(seconds) }} />;
  if (phase === 'running' || phase === 'grace') return t('removal.running');
  const { removed, failed } = tally(candidates);
  if (removed + failed === 0) return t('removal.end.none');
  if (failed === 0) return <Plural id="removal.end" count={removed} />;
  return <Plural id="removal.end-failed" count={failed} values={{ total: removed + failed }} />;
}

/**
 * The only confirmation of a removal, then its progress. Versions that can be added again are ticked; those that may be the only copy,
 * or that couldn't be looked up, are not.
 */
export function RemovalDialog({ host, session, items, now, onSettled, onClose }: Props) {
  const removal = useRemoval(host, session, items, onSettled);
  const { phase, candidates } = removal;
  return (
    <Dialog
      place="middle"
      title={<Title removal={removal} now={host.now} />}
      canClose={phase !== 'running' && phase !== 'grace'}
      onClose={onClose}
      footer={<RemovalFoot removal={removal} onClose={onClose} />}
    >
      {phase === 'choosing' ? (
        <RemovalChoice removal={removal} now={now} />
      ) : (
        <>
          {phase === 'lapsed' && (
            <p class="note" data-tone="warning">
              {t('removal.lapsed')}
            </p>
          )}
          {phase === 'grace' && <p>{t('removal.grace.lead')}</p>}
          <RemovalResults candidates={candidates} now={now} />
        </>
      )}
    </Dialog>
  );
}
