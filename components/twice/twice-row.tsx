import { NewTab } from '@/components/new-tab';
import { Start } from '@/components/remedy/start';
import { Status } from '@/components/remedy/status';
import { modelPage } from '@/utils/civitai/site-links';
import { describeCopies } from '@/utils/sentences/copies-sentence';
import { t } from '@/utils/texts/texts';
import type { Twice } from '@/utils/vault/twice';
import { Judged } from './judged';
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
      return <Start label={t('twice.start')} isBack={state.isBack === true} onPress={actions.check} />;
    case 'checking':
      return <Status key="checking" kind="busy" text={t('twice.checking')} />;
    case 'working':
      return <Status key="working" kind="busy" text={t('twice.working')} />;
    case 'done':
      return <Status key="done" kind="done" text={t('twice.done')} />;
    case 'missed':
      return (
        <>
          <Status key="missed" kind="missed" text={state.why} />
          <Start label={t('twice.start')} isBack={false} onPress={actions.check} />
        </>
      );
    case 'judged':
      return <Judged twice={twice} verdict={state.verdict} actions={actions} />;
  }
}
