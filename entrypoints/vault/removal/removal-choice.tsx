import { describeBriefly } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { t, tn } from '@/utils/texts/texts';
import { type Candidate, type Group, groupOf } from '@/utils/vault-view/removal';
import { RemovalGroup } from './removal-group';
import type { Removal } from './use-removal';

/** Why look-ups failed; mostly the same for all of them. */
function failureOf(candidates: readonly Candidate[], now: number): string | undefined {
  for (const { finding } of candidates) {
    if (finding.kind !== 'failed') continue;
    return t('removal.look-up-failed', { reason: describeBriefly(finding.problem, now) });
  }
  return undefined;
}

/** The choice of what to remove, by the risk of removing it. */
export function RemovalChoice({ removal, now }: { removal: Removal; now: number }) {
  const { candidates, tick, lookAgain } = removal;
  const inGroup = (group: Group): Candidate[] => candidates.filter(candidate => groupOf(candidate) === group);
  const failure = failureOf(candidates, now);
  const returning = inGroup('returns');
  const withNotes = returning.filter(({ hasNotes }) => hasNotes).length;
  return (
    <>
      <RemovalGroup
        title={t('removal.returns.title')}
        lead={joinSentences(t('removal.returns.lead'), withNotes > 0 ? tn('removal.notes', withNotes) : undefined)}
        tone="calm"
        candidates={returning}
        onTick={tick}
      />
      <RemovalGroup
        title={t('removal.last.title')}
        lead={t('removal.last.lead')}
        tone="warning"
        candidates={inGroup('last')}
        hasRemarks
        onTick={tick}
      />
      {failure && (
        <p class="note" data-tone="warning">
          {failure}{' '}
          <button type="button" class="link-button" onClick={lookAgain}>
            {t('removal.look-up-again')}
          </button>
        </p>
      )}
      <RemovalGroup
        title={t('removal.asking.title')}
        lead={t('removal.asking.lead')}
        tone="calm"
        candidates={inGroup('asking')}
        isAsking
        onTick={tick}
      />
    </>
  );
}
