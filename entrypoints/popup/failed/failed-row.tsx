import { describeFailure } from '@/components/failed/judge-re-add';
import { ReAdd, type ReAddActions, type ReAddState } from '@/components/failed/re-add';
import { NewTab } from '@/components/new-tab';
import { modelPage } from '@/utils/civitai/site-links';
import type { MirroredItem } from '@/utils/vault/vault-item';

type Props = { item: MirroredItem; state: ReAddState; actions: ReAddActions };

/** One version that couldn't be stored: why, and how to add it again without losing it. */
export function FailedRow({ item, state, actions }: Props) {
  return (
    <li class="failed-row">
      <a href={modelPage(item.modelId, item.modelVersionId)} target="_blank" rel="noreferrer">
        <bdi>{item.modelName}</bdi> <bdi class="failed-version">{item.versionName}</bdi>
        <NewTab />
      </a>
      <p>{describeFailure(item)}</p>
      <ReAdd item={item} state={state} actions={actions} />
    </li>
  );
}
