import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { countOf } from '@/utils/sentences/format';
import { describeBriefly } from '@/utils/sentences/sentences';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { type Candidate, groupOf, tally } from '@/utils/vault-view/removal';
import { RemovalFoot } from './removal-foot';
import { RemovalGroup } from './removal-group';
import { RemovalResults } from './removal-results';
import { type Removal, useRemoval } from './use-removal';

/** Why some versions could not be looked up; the same for most of them. */
function failureOf(candidates: readonly Candidate[], now: number): string | undefined {
  for (const { finding } of candidates) {
    if (finding.kind !== 'failed') continue;
    return `Some versions couldn’t be looked up. ${describeBriefly(finding.problem, now)}`;
  }
  return undefined;
}

function Choice({ removal, now }: { removal: Removal; now: number }) {
  const { candidates, tick, lookAgain } = removal;
  const [returns, last, asking] = (['returns', 'last', 'asking'] as const).map(group =>
    candidates.filter(candidate => groupOf(candidate) === group),
  );
  const failure = failureOf(candidates, now);
  return (
    <>
      <RemovalGroup
        title="Can be added again"
        lead="Civitai still offers these to everybody. Only their notes would be lost."
        tone="calm"
        candidates={returns ?? []}
        hasRemarks={false}
        isAsking={false}
        onTick={tick}
      />
      <RemovalGroup
        title="May be the only copy"
        lead="You may not be able to put these back. Tick what you want to lose all the same."
        tone="warning"
        candidates={last ?? []}
        hasRemarks
        isAsking={false}
        onTick={tick}
      />
      {failure && (
        <p class="note" data-tone="warning">
          {failure}{' '}
          <button type="button" class="link-button" onClick={lookAgain}>
            Look them up again
          </button>
        </p>
      )}
      <RemovalGroup
        title="Still being looked up"
        lead="Vaulted is asking Civitai whether it still offers these. They stay unless you wait for the answer."
        tone="calm"
        candidates={asking ?? []}
        hasRemarks={false}
        isAsking
        onTick={tick}
      />
    </>
  );
}

type Props = {
  host: VaultHost;
  /** The sign-in whose vault this is about. */
  session: string;
  /** What was selected; must stay the same while the dialog is open. */
  items: readonly MirroredItem[];
  now: number;
  /** Something may have been removed: the vault has more room than before. */
  onSettled: () => void;
  onClose: () => void;
};

/**
 * The one confirmation of a removal. What could be added again is ticked, what may be the only copy never is, and what nobody could
 * look up counts as the only copy. Then how it goes, version by version.
 */
export function RemovalDialog({ host, session, items, now, onSettled, onClose }: Props) {
  const removal = useRemoval(host, session, items, onSettled);
  const { phase, candidates } = removal;
  const { removed } = tally(candidates);
  const title =
    phase === 'choosing'
      ? 'Remove from your vault?'
      : phase === 'running'
        ? 'Removing…'
        : `${countOf(removed, 'version')} removed`;
  return (
    <Dialog
      place="middle"
      title={title}
      isLoose={phase !== 'running'}
      onClose={onClose}
      footer={<RemovalFoot removal={removal} onClose={onClose} />}
    >
      {phase === 'choosing' ? (
        <Choice removal={removal} now={now} />
      ) : (
        <>
          {phase === 'lapsed' && (
            <p class="note" data-tone="warning">
              The computer was asleep or this page was held up, so Vaulted stopped. What is left is still in your vault.
            </p>
          )}
          <RemovalResults candidates={candidates} now={now} />
        </>
      )}
    </Dialog>
  );
}
