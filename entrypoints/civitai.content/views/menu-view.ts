import type { IconName } from '@/entrypoints/civitai.content/dom/icons';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { formatKb } from '@/utils/sentences/format';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import { describeProblem } from '@/utils/sentences/sentences';
import { type actionWords, activityWords, stateMeaning, statusWords } from '@/utils/sentences/state-words';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { ageWords, errorLabel, hopelessObstacle, joinSentences, type Moment, markState } from './fact-view';
import { factOf, knownFactOf, type MarkedLink, modelOf, namingOf, type ViewSources } from './marked-link';

/** One version in the menu. */
export type MenuItem = {
  versionId: VersionId;
  icon: IconName;
  title: string;
  /** What a press does, or why it does nothing. */
  action: string;
  /** For screen readers: begins with the visible words, in the order they are read. The menu itself names the model. */
  name: string;
  isDisabled: boolean;
};

export type MenuView = { title: string; meaning: string; items: MenuItem[] };

/** What the menu of a mark shows: its version, or all versions of its model once they are looked up. `problem`: why that failed. */
export function viewOfMenu(
  sources: ViewSources,
  marked: MarkedLink,
  moment: Moment,
  problem: Problem | undefined = undefined,
): MenuView {
  const { modelId, versionId } = marked.target;
  const { modelName: title } = namingOf(sources, marked);
  if (versionId !== undefined) {
    const fact = factOf(sources, versionId);
    return { title, meaning: meaningOf(fact, moment), items: [itemOf(sources, marked, versionId)] };
  }
  const { inVault, storedCount } = modelOf(sources, marked.target);
  const versions = modelId === undefined ? undefined : sources.lookUps.versionsOf(modelId);
  const listed = versions?.versions.map(version => version.versionId) ?? [];
  const ids = [...new Set([...listed, ...inVault.map(fact => fact.versionId)])];
  const meaning = versions
    ? joinSentences(
        `${storedCount} of ${versions.versions.length} versions ${storedCount === 1 ? 'is' : 'are'} in your vault.`,
        ageSentence(oldestOf(sources, marked, ids), moment),
      )
    : problem
      ? failureOf(problem, moment)
      : 'Looking up its versions…';
  return { title, meaning, items: ids.map(id => itemOf(sources, marked, id)) };
}

function meaningOf(fact: VersionFact | undefined, moment: Moment): string {
  const { problem, activity } = fact ?? {};
  if (problem && !activity) return briefOf(problem, moment);
  return joinSentences(stateMeaning(fact?.state ?? 'unknown'), ageSentence(fact?.asOf ?? 0, moment));
}

/** The age of the sentence about all versions. Each is requested once the menu is open; until then the model's list counts. */
function oldestOf(sources: ViewSources, { target }: MarkedLink, ids: readonly VersionId[]): number {
  const ages = ids.map(id => factOf(sources, id)?.asOf ?? 0);
  const isEachKnown = ages.length > 0 && ages.every(asOf => asOf > 0);
  if (isEachKnown) return Math.min(...ages);
  return (target.modelId !== undefined && sources.client.model(target.modelId)?.asOf) || 0;
}

function ageSentence(asOf: number, moment: Moment): string {
  const age = ageWords({ asOf }, moment);
  return age && `This is ${age}.`;
}

function failureOf(problem: Problem, { now }: Moment): string {
  const { what, meaning, next } = describeModelProblem(problem, now);
  if (problem.kind === 'not-available')
    return joinSentences(what, meaning, 'Open its page: if it still exists, it names them itself.');
  // To open the menu again is the retry, as soon as that may help.
  return joinSentences(what, meaning, problem.kind === 'limited' ? next : 'To try again, open this menu again.');
}

function briefOf(problem: Problem, { now }: Moment): string {
  const { what, next } = describeProblem(problem, now);
  return joinSentences(what, next);
}

function itemOf(sources: ViewSources, marked: MarkedLink, versionId: VersionId): MenuItem {
  const fact = knownFactOf(sources, marked.target, versionId);
  const { versionName = `Version ${versionId}`, sizeKb, availability } = namingOf(sources, marked, versionId);
  const state = markState(fact);
  const title = sizeKb === undefined ? versionName : `${versionName} · ${formatKb(sizeKb)}`;
  const cannot = fact?.state === 'out' && hopelessObstacle(availability) !== undefined;
  const action = cannot ? 'Can’t be added' : fact?.activity ? activityWords(fact.activity) : actionOf(fact?.state);
  const status = fact?.problem && !fact.activity ? errorLabel(fact) : statusWords(fact?.state ?? 'unknown');
  return {
    versionId,
    icon: state === 'error' ? 'failed' : state,
    title,
    action,
    name: `${action} ${title}. ${status}.`,
    isDisabled: state === 'busy',
  };
}

function actionOf(state: Parameters<typeof actionWords>[0] = 'unknown'): string {
  if (state === 'unknown') return 'Look again';
  return isInVault(state) ? 'Remove…' : 'Add';
}
