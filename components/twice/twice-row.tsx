import { useEffect, useRef } from 'preact/hooks';
import { NewTab } from '@/components/new-tab';
import { modelPage } from '@/utils/civitai/site-links';
import { describeCopies } from '@/utils/sentences/copies-sentence';
import { t } from '@/utils/texts/texts';
import type { Twice } from '@/utils/vault/twice';
import { Judged } from './judged';
import { Status } from './status';
import type { RowActions, RowState } from './use-keep-one';

type Props = { twice: Twice; state: RowState; actions: RowActions };

/** One version that is in the vault more than once: what it costs, and the way to one row. */
export function TwiceRow({ twice, state, actions }: Props) {
  const { versionId, modelId, modelName, versionName } = twice;
  return (
    <li class="twice-row" data-version={versionId}>
      <a href={modelPage(modelId, versionId)} target="_blank" rel="noreferrer">
        <bdi>{modelName}</bdi> <bdi class="twice-version">{versionName}</bdi>
        <NewTab />
      </a>
      {state.kind !== 'done' && <p class="twice-cost">{describeCopies(twice.copies, twice.totalKb, twice.oneKb)}</p>}
      <Remedy twice={twice} state={state} actions={actions} />
    </li>
  );
}

function Remedy({ twice, state, actions }: Props) {
  switch (state.kind) {
    case 'idle':
      return <Start isBack={state.isBack === true} onPress={actions.check} />;
    case 'checking':
      return <Status key="checking" kind="busy" text={t('twice.checking')} />;
    case 'working':
      return <Status key="working" kind="busy" text={t('twice.working')} />;
    case 'done':
      return <Status key="done" kind="done" text={t('twice.done')} />;
    case 'missed':
      return <Status key="missed" kind="missed" text={state.why} />;
    case 'judged':
      return <Judged twice={twice} verdict={state.verdict} actions={actions} />;
  }
}

/** The first step. It takes the focus back after the user has cancelled. */
function Start({ isBack, onPress }: { isBack: boolean; onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBack && document.activeElement === document.body) button.current?.focus();
  }, [isBack]);
  return (
    <button type="button" class="button button--quiet" ref={button} onClick={onPress}>
      {t('twice.start')}
    </button>
  );
}
