import { useState } from 'preact/hooks';
import { BusyIcon } from '@/components/icons/status-icons';
import { FreeUpLink, SpaceNote } from '@/components/space/space-note';
import { StateIcon } from '@/entrypoints/popup/search/state-icon';
import type { VersionOnScreen } from '@/utils/messages/tab-summary';
import type { Problem, Result } from '@/utils/problem';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { activityStatus, buttonLabel } from '@/utils/sentences/state-labels';
import { t } from '@/utils/texts/texts';
import { judgeFit } from '@/utils/vault/fit';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import './on-screen.css';

type Props = {
  version: VersionOnScreen;
  /** The key may add. */
  canWrite: boolean;
  /** Nothing can be added to the account's vault: a notice above says why, and leads to what helps. */
  isBarred: boolean;
  /** What is free in the vault, KB. */
  freeKb: number | undefined;
  /** Epoch ms. */
  now: number;
  /** Resolves when it is known what came of it. */
  onAdd: () => Promise<Result<VersionFact>>;
};

/** The version that the page in front shows: its state, and the button that adds it. */
export function OnScreen({ version, canWrite, isBarred, freeKb, now, onAdd }: Props) {
  const [adding, setAdding] = useState<'working' | Problem>();
  const { fact, versionId, modelId, modelName, versionName, need } = version;
  const wanted = { versionId, modelId };
  const add = async (): Promise<void> => {
    setAdding('working');
    const result = await onAdd();
    setAdding(result.ok ? result.value.problem : result.problem);
  };
  const problem = adding && adding !== 'working' && !isInVault(fact.state) ? adding : undefined;
  const isIdle = fact.state === 'out' && !fact.activity && !problem && adding === undefined;
  return (
    <div class="on-screen">
      <p class="on-screen-name">
        <bdi class="on-screen-model">{modelName || t('version.unnamed', { id: `${versionId}` })}</bdi>{' '}
        <bdi class="on-screen-version">{versionName}</bdi>
      </p>
      <State
        fact={fact}
        isAdding={adding === 'working'}
        canWrite={canWrite}
        isBarred={isBarred}
        cannotFit={judgeFit(need, freeKb) === 'cannot-fit' || (freeKb !== undefined && freeKb <= 0)}
        onAdd={() => void add()}
      />
      {problem && (
        <p class="on-screen-problem" role="alert">
          {describeBriefly(problem, now)}{' '}
          {problem.kind === 'over-quota' && (
            <FreeUpLink asked={{ neededKb: problem.sizeKb ?? need?.leastKb ?? 0, wanted }} />
          )}
        </p>
      )}
      {isIdle && canWrite && !isBarred && <SpaceNote size={{ need, freeKb }} wanted={wanted} />}
    </div>
  );
}

type StateProps = {
  fact: VersionFact;
  isAdding: boolean;
  canWrite: boolean;
  isBarred: boolean;
  /** The way to space is the better step. */
  cannotFit: boolean;
  onAdd: () => void;
};

function State({ fact, isAdding, canWrite, isBarred, cannotFit, onAdd }: StateProps) {
  if (fact.activity || isAdding) {
    return (
      <span class="on-screen-state" role="status">
        <BusyIcon /> {fact.activity ? activityStatus(fact.activity) : t('activity.in.sending')}
      </span>
    );
  }
  if (fact.state === 'out' && isBarred) return <span class="on-screen-state">{t('mark.cannot-add')}</span>;
  if (fact.state === 'out' && canWrite) {
    return (
      <button type="button" class={`button ${cannotFit ? 'button--quiet ' : ''}on-screen-add`} onClick={onAdd}>
        {t('action.add')}
      </button>
    );
  }
  if (!isInVault(fact.state)) return <span class="on-screen-state">{t(`state.${fact.state}.short`)}</span>;
  return (
    <span class="on-screen-state" role="status">
      <StateIcon state={fact.state} /> {buttonLabel(fact.state)}
    </span>
  );
}
