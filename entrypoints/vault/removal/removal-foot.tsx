import { formatKb } from '@/utils/texts/format';
import { t, tn } from '@/utils/texts/texts';
import { type Candidate, openOf } from '@/utils/vault-view/removal';
import type { Removal } from './use-removal';

type Props = {
  removal: Removal;
  /** Another step follows the removal: it is the one to take. */
  hasNext?: boolean;
  onClose: () => void;
};

/** The buttons of each phase of a removal. */
export function RemovalFoot({ removal, hasNext = false, onClose }: Props) {
  const open = openOf(removal.candidates);
  switch (removal.phase) {
    case 'choosing':
      return <Confirmation removal={removal} open={open} onClose={onClose} />;
    case 'grace':
      return (
        <>
          <button type="button" class="button button--quiet" onClick={removal.hasten}>
            {t('open-removals.now')}
          </button>
          <button type="button" class="button" onClick={removal.stop}>
            {t('open-removals.undo-all')}
          </button>
        </>
      );
    case 'running':
      return (
        <button type="button" class="button button--quiet" onClick={removal.stop}>
          {t('action.stop')}
        </button>
      );
    case 'done':
    case 'lapsed':
      return <End removal={removal} open={open} hasNext={hasNext} onClose={onClose} />;
  }
}

/** `open`: ticked, and not removed yet although it may work. */
type PartProps = Props & { open: readonly Candidate[] };

function Confirmation({ removal, open, onClose }: PartProps) {
  const isReady = open.length > 0 && !removal.isUnread;
  const sizeKb = open.reduce((sum, candidate) => sum + candidate.sizeKb, 0);
  return (
    <>
      <button type="button" class="button button--quiet" onClick={onClose}>
        {t('removal.cancel')}
      </button>
      <button
        type="button"
        class="button button--danger"
        aria-disabled={!isReady}
        onClick={() => isReady && removal.remove()}
      >
        {open.length === 0 ? t('removal.nothing') : tn('removal.confirm', open.length, { size: formatKb(sizeKb) })}
      </button>
    </>
  );
}

function End({ removal, open, hasNext, onClose }: PartProps) {
  const hasFailed = open.some(({ outcome }) => outcome?.kind === 'failed');
  return (
    <>
      {open.length > 0 && (
        <button type="button" class="button button--danger" onClick={removal.remove}>
          {tn(hasFailed ? 'removal.retry' : 'removal.continue', open.length)}
        </button>
      )}
      <button type="button" class={hasNext ? 'button button--quiet' : 'button'} onClick={onClose}>
        {t('action.done')}
      </button>
    </>
  );
}
