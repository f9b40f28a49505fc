import type { IconName } from '@/entrypoints/civitai.content/dom/icons';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { formatKb } from '@/utils/sentences/format';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import { describeProblem } from '@/utils/sentences/sentences';
import { type actionWords, activityWords, stateMeaning, statusWords } from '@/utils/sentences/state-words';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { ageWords, errorLabel, hopelessObstacle, type Moment, markState } from './fact-view';
import { factOf, type Marked, modelOf, namingOf, type ViewSources } from './marked-link';

/** One version in the menu. */
export type MenuItem = {
  versionId: VersionId;
  icon: IconName;
  title: string;
  /** What a press does, or why it does nothing. */
  action: string;
  /** All of it, for screen readers: begins with what is seen, as it is read. Whose version it is, the menu itself is called. */
  name: string;
  isDisabled: boolean;
};

export type MenuView = { title: string; meaning: string; items: MenuItem[] };

/**
 * What the menu of a mark shows: its version, or all versions of its model once they are looked up. `problem`: why they could not be.
 */
export function viewOfMenu(
  know: ViewSources,
  marked: Marked,
  moment: Moment,
  problem: Problem | undefined = undefined,
): MenuView {
  const { modelId, versionId } = marked.target;
  const { modelName: title } = namingOf(know, marked);
  if (versionId !== undefined) {
    const fact = factOf(know, versionId);
    return { title, meaning: meaningOf(fact, moment), items: [itemOf(know, marked, versionId)] };
  }
  const { kept, count } = modelOf(know, marked.target);
  const versions = modelId === undefined ? undefined : know.lookUps.versionsOf(modelId);
  const listed = versions?.versions.map(version => version.versionId) ?? [];
  const ids = [...new Set([...listed, ...kept.map(fact => fact.versionId)])];
  const meaning = versions
    ? join(
        `${count} of ${versions.versions.length} versions ${count === 1 ? 'is' : 'are'} in your vault.`,
        ageSentence(oldestOf(know, marked, ids), moment),
      )
    : problem
      ? failureOf(problem, moment)
      : 'Looking up its versions…';
  return { title, meaning, items: ids.map(id => itemOf(know, marked, id)) };
}

function meaningOf(fact: VersionFact | undefined, moment: Moment): string {
  const { problem, activity } = fact ?? {};
  if (problem && !activity) return briefOf(problem, moment);
  return join(stateMeaning(fact?.state ?? 'unknown'), ageSentence(fact?.asOf ?? 0, moment));
}

/** As old as what is said of all versions together: each is asked about once the menu is open, until then the model's list counts. */
function oldestOf(know: ViewSources, { target }: Marked, ids: readonly VersionId[]): number {
  const ages = ids.map(id => factOf(know, id)?.asOf ?? 0);
  const isEachKnown = ages.length > 0 && ages.every(asOf => asOf > 0);
  if (isEachKnown) return Math.min(...ages);
  return (target.modelId !== undefined && know.client.model(target.modelId)?.asOf) || 0;
}

function ageSentence(asOf: number, moment: Moment): string {
  const age = ageWords({ asOf }, moment);
  return age && `This is ${age}.`;
}

function failureOf(problem: Problem, { now }: Moment): string {
  const { what, meaning, next } = describeModelProblem(problem, now);
  if (problem.kind === 'not-available')
    return join(what, meaning, 'Open its page: if it still exists, it names them itself.');
  // Opening the menu again is the retry, as soon as that may help.
  return join(what, meaning, problem.kind === 'limited' ? next : 'To try again, open this menu again.');
}

function briefOf(problem: Problem, { now }: Moment): string {
  const { what, next } = describeProblem(problem, now);
  return join(what, next);
}

function join(...sentences: string[]): string {
  return sentences.filter(Boolean).join(' ');
}

function itemOf(know: ViewSources, marked: Marked, versionId: VersionId): MenuItem {
  const fact = factOf(know, versionId);
  const { versionName = 'This version', sizeKb, availability } = namingOf(know, marked, versionId);
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
