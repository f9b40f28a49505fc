import { useState } from 'preact/hooks';
import { Plural, Text } from '@/components/text';
import type { VersionId } from '@/utils/civitai/ids';
import { formatKb } from '@/utils/texts/format';
import type { Candidate } from '@/utils/vault-view/removal';
import { CandidateLine } from './candidate-line';

/** Lines that each press adds: a vault may have thousands. */
const LINES = 100;
/** Lines shown first. Versions that can be added again need less attention, and must not push the others out of sight. */
const FIRST_LINES = { calm: 6, warning: LINES } as const;

type Props = {
  title: string;
  lead: string;
  tone: 'calm' | 'warning';
  candidates: readonly Candidate[];
  /** Whether each line says what the site answered: in the other groups it is the same for all. */
  hasRemarks?: boolean;
  /** The versions are still being looked up, and can't be ticked. */
  isAsking?: boolean;
  onTick: (versionIds: ReadonlySet<VersionId>, isTicked: boolean) => void;
};

/** Versions with the same risk, each with a tick, and one tick for all of them. */
export function RemovalGroup(props: Props) {
  const { lead, tone, candidates, hasRemarks = false, isAsking = false, onTick } = props;
  const [lines, setLines] = useState<number>(FIRST_LINES[tone]);
  if (candidates.length === 0) return null;
  return (
    <section class="removal-group" data-tone={tone}>
      <Head {...props} isAsking={isAsking} />
      <p>{lead}</p>
      <ul>
        {candidates.slice(0, lines).map(candidate => (
          <CandidateLine
            key={candidate.versionId}
            candidate={candidate}
            hasRemark={hasRemarks}
            isAsking={isAsking}
            onTick={isTicked => onTick(new Set([candidate.versionId]), isTicked)}
          />
        ))}
      </ul>
      {candidates.length > lines && (
        <button type="button" class="link-button" onClick={() => setLines(lines + LINES)}>
          <Text id="removal.more" values={{ count: Math.min(LINES, candidates.length - lines) }} />
        </button>
      )}
    </section>
  );
}

function Head({ title, candidates, isAsking, onTick }: Props & { isAsking: boolean }) {
  const ticked = candidates.filter(({ isTicked }) => isTicked).length;
  const sizeKb = candidates.reduce((sum, candidate) => sum + candidate.sizeKb, 0);
  return (
    <h3>
      <label>
        <input
          type="checkbox"
          disabled={isAsking}
          checked={ticked === candidates.length}
          ref={box => {
            if (box) box.indeterminate = ticked > 0 && ticked < candidates.length;
          }}
          onChange={() => onTick(new Set(candidates.map(each => each.versionId)), ticked < candidates.length)}
        />
        {title}
      </label>
      <span class="removal-total">
        <Text
          id="removal.group"
          values={{ versions: <Plural id="versions" count={candidates.length} />, size: formatKb(sizeKb) }}
        />
      </span>
    </h3>
  );
}
