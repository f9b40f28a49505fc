import { useState } from 'preact/hooks';
import { modelWords, versionWords } from '@/entrypoints/vault/item/item-words';
import type { VersionId } from '@/utils/civitai/ids';
import { countOf, formatCount, formatKb } from '@/utils/sentences/format';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import type { Candidate } from '@/utils/vault-view/removal';

/** So many lines with each further press: a vault may have thousands. */
const LINES = 100;
/** So many at first; what can be added again needs less looking at, and must not push the rest out of sight. */
const AT_FIRST = { calm: 6, warning: LINES } as const;

/** What to call a version and its model. */
export function candidateWords(candidate: Candidate): { model: string; version: string } {
  const { modelName, modelId, versionName, versionId } = candidate;
  return {
    model: modelWords({ modelName, modelId }),
    version: versionWords({ versionName, modelVersionId: versionId }),
  };
}

/** What the site said of a version, and what the user has to know besides. */
function remarkOf({ finding, copies }: Candidate): string {
  const said = finding.kind === 'asking' ? '' : describeAvailability(offerOf(finding));
  return copies > 1 ? `${said} It is there ${copies} times, and all of them would go.`.trim() : said;
}

function offerOf(finding: Candidate['finding']) {
  return finding.kind === 'found' ? finding.availability : undefined;
}

type Props = {
  title: string;
  lead: string;
  tone: 'calm' | 'warning';
  candidates: readonly Candidate[];
  /** What the site said is only worth a line where it differs. */
  hasRemarks: boolean;
  isAsking: boolean;
  onTick: (versionIds: ReadonlySet<VersionId>, isTicked: boolean) => void;
};

/** Versions for which a removal means the same, each with a tick, and one for all of them. */
export function RemovalGroup({ title, lead, tone, candidates, hasRemarks, isAsking, onTick }: Props) {
  const [lines, setLines] = useState<number>(AT_FIRST[tone]);
  if (candidates.length === 0) return null;
  const ticked = candidates.filter(({ isTicked }) => isTicked).length;
  const sizeKb = candidates.reduce((sum, candidate) => sum + candidate.sizeKb, 0);
  return (
    <section class="removal-group" data-tone={tone}>
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
          {countOf(candidates.length, 'version')}, {formatKb(sizeKb)}
        </span>
      </h3>
      <p>{lead}</p>
      <ul>
        {candidates.slice(0, lines).map(candidate => {
          const { model, version } = candidateWords(candidate);
          const remark = hasRemarks || candidate.copies > 1 ? remarkOf(candidate) : '';
          return (
            <li key={candidate.versionId} data-version={candidate.versionId}>
              <label>
                <input
                  type="checkbox"
                  disabled={isAsking}
                  checked={candidate.isTicked}
                  onChange={event => onTick(new Set([candidate.versionId]), event.currentTarget.checked)}
                />
                <span class="removal-name">
                  <bdi>{model}</bdi> <bdi class="removal-version">{version}</bdi>
                  {remark && <span class="removal-remark">{remark}</span>}
                </span>
                <span class="removal-size">{formatKb(candidate.sizeKb)}</span>
              </label>
            </li>
          );
        })}
      </ul>
      {candidates.length > lines && (
        <button type="button" class="link-button" onClick={() => setLines(lines + LINES)}>
          Show more: {formatCount(candidates.length - lines)} are left
        </button>
      )}
    </section>
  );
}
