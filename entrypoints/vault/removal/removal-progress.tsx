import { useSeconds } from '@/components/removals/use-seconds';
import { Plural } from '@/components/text';
import { formatNumber } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import { tally } from '@/utils/vault-view/removal';
import { RemovalResults } from './removal-results';
import type { Removal } from './use-removal';

/** What is going on; `title`: while the user chooses. */
export function RemovalTitle({ removal, title, now }: { removal: Removal; title: string; now: () => number }) {
  const { phase, candidates, graceUntil } = removal;
  const seconds = useSeconds(phase === 'grace' ? graceUntil : undefined, now);
  if (phase === 'choosing') return title;
  if (phase === 'grace' && seconds > 0)
    return <Plural id="removal.grace" count={tally(candidates).open} values={{ seconds: formatNumber(seconds) }} />;
  if (phase === 'running' || phase === 'grace') return t('removal.running');
  const { removed, failed } = tally(candidates);
  if (removed + failed === 0) return t('removal.end.none');
  if (failed === 0) return <Plural id="removal.end" count={removed} />;
  return <Plural id="removal.end-failed" count={failed} values={{ total: removed + failed }} />;
}

/** A removal from its confirmation on. */
export function RemovalProgress({ removal: { phase, candidates }, now }: { removal: Removal; now: number }) {
  return (
    <>
      {phase === 'lapsed' && (
        <p class="note" data-tone="warning">
          {t('removal.lapsed')}
        </p>
      )}
      {phase === 'grace' && <p>{t('removal.grace.lead')}</p>}
      <RemovalResults candidates={candidates} now={now} />
    </>
  );
}
