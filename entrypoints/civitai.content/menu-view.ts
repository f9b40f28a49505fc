import { formatKb } from '@/utils/format';
import type { VersionId } from '@/utils/ids';
import { isKept } from '@/utils/membership';
import { type actionWords, activityWords, stateMeaning, statusWords } from '@/utils/state-words';
import { hopelessObstacle, markState } from './fact-view';
import type { IconName } from './icons';
import { factOf, type Knowledge, type Marked, modelOf, namingOf } from './marked-link';

/** One version in the menu. */
export type MenuItem = {
  versionId: VersionId;
  icon: IconName;
  title: string;
  /** What a press does, or why it does nothing. */
  action: string;
  /** All of it, for screen readers. */
  name: string;
  isDisabled: boolean;
};

export type MenuView = { title: string; meaning: string; items: MenuItem[] };

/** What the menu of a mark shows: its version, or all versions of its model once they are looked up. */
export function viewOfMenu(know: Knowledge, marked: Marked): MenuView {
  const { modelId, versionId } = marked.target;
  const { modelName } = namingOf(know, marked);
  if (versionId !== undefined) {
    const state = factOf(know, versionId)?.state ?? 'unknown';
    return { title: modelName, meaning: stateMeaning(state), items: [itemOf(know, marked, versionId)] };
  }
  const { kept, count } = modelOf(know, marked.target);
  const versions = modelId === undefined ? undefined : know.lookUps.versionsOf(modelId);
  const listed = versions?.versions.map(version => version.versionId) ?? [];
  const ids = new Set([...listed, ...kept.map(fact => fact.versionId)]);
  return {
    title: modelName,
    meaning: versions
      ? `${count} of ${versions.versions.length} versions ${count === 1 ? 'is' : 'are'} in your vault.`
      : 'Looking up its versions…',
    items: [...ids].map(id => itemOf(know, marked, id)),
  };
}

function itemOf(know: Knowledge, marked: Marked, versionId: VersionId): MenuItem {
  const fact = factOf(know, versionId);
  const { versionName = 'This version', sizeKb, availability, modelName } = namingOf(know, marked, versionId);
  const state = markState(fact);
  const title = sizeKb === undefined ? versionName : `${versionName} · ${formatKb(sizeKb)}`;
  const cannot = fact?.state === 'out' && hopelessObstacle(availability) !== undefined;
  const action = cannot ? 'Can’t be added' : fact?.activity ? activityWords(fact.activity) : actionOf(fact?.state);
  const status = fact ? statusWords(fact.state) : statusWords('unknown');
  return {
    versionId,
    icon: state === 'error' ? 'failed' : state,
    title,
    action,
    name: `${action}: ${title} of ${modelName}. ${status}.`,
    isDisabled: state === 'busy',
  };
}

function actionOf(state: Parameters<typeof actionWords>[0] = 'unknown'): string {
  if (state === 'unknown') return 'Look again';
  return isKept(state) ? 'Remove…' : 'Add';
}
