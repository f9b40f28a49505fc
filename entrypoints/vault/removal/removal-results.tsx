import { BusyIcon, CheckIcon, ErrorIcon } from '@/components/icons/status-icons';
import { OutwardLink } from '@/components/outward-link';
import { siteLinks } from '@/utils/civitai/site-links';
import { countOf, formatCount } from '@/utils/sentences/format';
import { describeInFull } from '@/utils/sentences/sentences';
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
  if (outcome.kind === 'removed') return 'Removed';
  if (outcome.kind === 'waiting') return 'Waiting';
  if (outcome.kind === 'sending') return 'Removing…';
  return describeInFull(outcome.problem, now);
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
      <progress max={removed + failed + open} value={removed + failed} aria-label="Removal" />
      <p role="status">
        <strong>{formatCount(removed)} removed</strong>
        {failed > 0 && `, ${formatCount(failed)} not removed`}
        {open > 0 && `, ${formatCount(open)} to go`}
      </p>
      {candidates.some(needsSite) && (
        <p>
          <OutwardLink href={siteLinks.vault} button>
            Open your vault page on Civitai
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
      {lines.length > LINES && <p class="note">And {countOf(lines.length - LINES, 'more version')}.</p>}
    </>
  );
}
