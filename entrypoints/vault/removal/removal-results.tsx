import { BusyIcon, CheckIcon, ErrorIcon } from '@/components/icons/status-icons';
import { OutwardLink } from '@/components/outward-link';
import { Plural } from '@/components/text';
import { siteLinks } from '@/utils/civitai/site-links';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { formatParts } from '@/utils/texts/language';
import { t, tn } from '@/utils/texts/texts';
import { type Candidate, type Outcome, tally } from '@/utils/vault-view/removal';
import { candidateLabels } from './candidate-line';

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
export function RemovalResults({ candidates, now }: { candidates: readonly Candidate[]; now: number }) {
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
      <ul class="results">
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
