import { describeBriefly } from '@/utils/sentences/sentences';
import { type Candidate, type Group, groupOf } from '@/utils/vault-view/removal';
import { RemovalGroup } from './removal-group';
import type { Removal } from './use-removal';

/** Why look-ups failed; mostly the same for all of them. */
function failureOf(candidates: readonly Candidate[], now: number): string | undefined {
  for (const { finding } of candidates) {
    if (finding.kind !== 'failed') continue;
    return `Some versions couldn’t be looked up. ${describeBriefly(finding.problem, now)}`;
  }
  return undefined;
}

/** The choice of what to remove, by the risk of removing it. */
export function RemovalChoice({ removal, now }: { removal: Removal; now: number }) {
  const { candidates, tick, lookAgain } = removal;
  const inGroup = (group: Group): Candidate[] => candidates.filter(candidate => groupOf(candidate) === group);
  const failure = failureOf(candidates, now);
  return (
    <>
      <RemovalGroup
        title="Can be added again"
        lead="Civitai still offers these to everybody. Only their notes would be lost."
        tone="calm"
        candidates={inGroup('returns')}
        onTick={tick}
      />
      <RemovalGroup
        title="May be the only copy"
        lead="You may not be able to put these back. Tick what you want to lose all the same."
        tone="warning"
        candidates={inGroup('last')}
        hasRemarks
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
        candidates={inGroup('asking')}
        isAsking
        onTick={tick}
      />
    </>
  );
}
