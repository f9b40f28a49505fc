import { modelLabel, versionLabel } from '@/entrypoints/vault/item/item-labels';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { joinSentences } from '@/utils/sentences/sentences';
import { formatKb } from '@/utils/texts/format';
import { tn } from '@/utils/texts/texts';
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
  return joinSentences(
    finding.kind === 'asking' ? undefined : describeAvailability(availability),
    copies > 1 ? tn('removal.copies', copies) : undefined,
  );
}

type Props = {
  candidate: Candidate;
  hasRemark?: boolean;
  /** Shown instead of what the site answered. */
  remark?: string;
  isAsking: boolean;
  onTick: (isTicked: boolean) => void;
};

/** A version with its tick. */
export function CandidateLine({ candidate, hasRemark = false, remark: given, isAsking, onTick }: Props) {
  const { model, version } = candidateLabels(candidate);
  const remark = given ?? (hasRemark || candidate.copies > 1 ? remarkOf(candidate) : '');
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
        <bdi class="removal-size">{formatKb(candidate.sizeKb)}</bdi>
      </label>
    </li>
  );
}
