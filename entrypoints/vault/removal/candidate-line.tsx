import { modelLabel, versionLabel } from '@/entrypoints/vault/item/item-labels';
import { formatKb } from '@/utils/sentences/format';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import type { Candidate } from '@/utils/vault-view/removal';

/** The model's and the version's name of a candidate. */
export function candidateLabels({ modelName, modelId, versionName, versionId }: Candidate): {
  model: string;
  version: string;
} {
  return {
    model: modelLabel({ modelName, modelId }),
    version: versionLabel({ versionName, modelVersionId: versionId }),
  };
}

/** The availability of a version, and the number of its copies if there are several. */
function remarkOf({ finding, copies }: Candidate): string {
  const availability = finding.kind === 'found' ? finding.availability : undefined;
  const statement = finding.kind === 'asking' ? '' : describeAvailability(availability);
  return copies > 1 ? `${statement} It is there ${copies} times, and all of them would go.`.trim() : statement;
}

type Props = {
  candidate: Candidate;
  hasRemark: boolean;
  isAsking: boolean;
  onTick: (isTicked: boolean) => void;
};

/** A version with its tick. */
export function CandidateLine({ candidate, hasRemark, isAsking, onTick }: Props) {
  const { model, version } = candidateLabels(candidate);
  const remark = hasRemark || candidate.copies > 1 ? remarkOf(candidate) : '';
  return (
    <li data-version={candidate.versionId}>
      <label>
        <input
          type="checkbox"
          disabled={isAsking}
          checked={candidate.isTicked}
          onChange={event => onTick(event.currentTarget.checked)}
        />
        <span class="removal-name">
          <bdi>{model}</bdi> <bdi class="removal-version">{version}</bdi>
          {remark && <span class="removal-remark">{remark}</span>}
        </span>
        <span class="removal-size">{formatKb(candidate.sizeKb)}</span>
      </label>
    </li>
  );
}
