import { BusyIcon, CheckIcon, ErrorIcon } from '@/components/icons/status-icons';
import { OutwardLink } from '@/components/outward-link';
import { useSeconds } from '@/components/removals/use-seconds';
import { Plural } from '@/components/text';
import { siteLinks } from '@/utils/civitai/site-links';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { formatNumber, formatParts } from '@/utils/texts/language';
import { t, tn } from '@/utils/texts/texts';
import { type Candidate, type Outcome, tally } from '@/utils/vault-view/removal';
import { candidateLabels } from './candidate-line';
import type { Removal } from './use-removal';

const LINES = 100;
/** Failures come first, then what is under way. */
const URGENCY: { readonly [Kind in Outcome['kind']]: number } = { failed: 0, sending: 1, waiting: 2, removed: 3 };

function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'removed') return <CheckIcon />;
  if (outcome.kind === 'failed') return <ErrorIcon />;
  return outcome.kind === 'sending' ? <BusyIcon /> : <span class="no-icon" />;
}

function textOf(outcome: Outcome, now: number): string {
  return outcome.kind === 'failed' ? describeInFull(outcome.problem, now) : t(`removal.outcome.${outcome.kind}`);
}

/** Some refused removals work on the site's own page (site-facts.md F.12). */
function needsSite({ outcome }: Candidate): boolean {
  return outcome?.kind === 'failed' && ['removal-refused', 'duplicated'].includes(outcome.problem.kind);
}

/** The progress and the results of a removal: a bar, a sentence, and a line for each version. */
function RemovalResults({ candidates, now }: { candidates: readonly Candidate[]; now: number }) {
  const { removed, failed, open } = tally(candidates);
  const lines = candidates
    .flatMap(candidate => (candidate.outcome ? [{ candidate, outcome: candidate.outcome }] : []))
    .sort((a, b) => URGENCY[a.outcome.kind] - URGENCY[b.outcome.kind]);
  return (
    <>
      <progress max={removed + failed + open} value={removed + failed} aria-label={t('removal.progress')} />
      <p role="status">
        {formatParts([
          tn('removal.tally.removed', removed),
          ...(failed > 0 ? [tn('removal.tally.failed', failed)] : []),
          ...(open > 0 ? [tn('removal.tally.open', open)] : []),
        ])}
      </p>
      {candidates.some(needsSite) && (
        <p>
          <OutwardLink href={siteLinks.vault} button>
            {t('link.vault-page')}
          </OutwardLink>
        </p>
      )}
      <ul class="removal-results">
        {lines.slice(0, LINES).map(({ candidate, outcome }) => {
          const { model, version } = candidateLabels(candidate);
          return (
            <li key={candidate.versionId} data-version={candidate.versionId} data-outcome={outcome.kind}>
              <OutcomeIcon outcome={outcome} />
              <span class="removal-name">
                <bdi>{model}</bdi> <bdi class="removal-version">{version}</bdi>
                <span class="removal-remark">{textOf(outcome, now)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {lines.length > LINES && (
        <p class="note">
          <Plural id="removal.rest" count={lines.length - LINES} />
        </p>
      )}
    </>
  );
}

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
