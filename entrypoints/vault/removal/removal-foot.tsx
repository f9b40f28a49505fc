import { countOf, formatKb } from '@/utils/sentences/format';
import { tickedOf } from '@/utils/vault-view/removal';
import type { Removal } from './use-removal';

/** What can be done at this point of a removal: confirm it or not, stop it, try again or be done. */
export function RemovalFoot({ removal, onClose }: { removal: Removal; onClose: () => void }) {
  const { candidates, phase } = removal;
  const ticked = tickedOf(candidates).filter(({ outcome }) => outcome?.kind !== 'removed');
  const hasFailed = ticked.some(({ outcome }) => outcome?.kind === 'failed');
  if (phase === 'running') {
    return (
      <button type="button" class="button button--quiet" onClick={removal.stop}>
        Stop
      </button>
    );
  }
  if (phase === 'choosing') {
    const isReady = ticked.length > 0 && !removal.isUnread;
    const sizeKb = ticked.reduce((sum, candidate) => sum + candidate.sizeKb, 0);
    return (
      <>
        <button type="button" class="button button--quiet" onClick={onClose}>
          Keep everything
        </button>
        <button
          type="button"
          class="button button--danger"
          aria-disabled={!isReady}
          onClick={() => isReady && removal.remove()}
        >
          {ticked.length === 0
            ? 'Nothing is ticked'
            : `Remove ${countOf(ticked.length, 'version')}, ${formatKb(sizeKb)}`}
        </button>
      </>
    );
  }
  return (
    <>
      {ticked.length > 0 && (
        <button type="button" class="button button--danger" onClick={removal.remove}>
          {hasFailed ? 'Try again' : 'Go on'}: {countOf(ticked.length, 'version')}
        </button>
      )}
      <button type="button" class="button" onClick={onClose}>
        Done
      </button>
    </>
  );
}
