import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { activityLabel, statusLabel } from '@/utils/sentences/state-labels';
import { formatKb } from '@/utils/texts/format';
import { isolate, t, tn } from '@/utils/texts/texts';
import { judgeFit } from '@/utils/vault/fit';
import { isInVault, type VaultState, type VersionFact } from '@/utils/vault/membership';
import { choicesOf } from './choices';
import { compose } from './compose';
import { ageSentence, ageWords, cannotAdd, errorLabel, type Moment, markState, withFit, withWhy } from './fact-view';
import { meaningOf as meaningOfVersion } from './mark-words';
import { factOf, knownFactOf, type MarkedLink, modelOf, namingOf, type ViewSources } from './marked-link';
import { spokenNames } from './version-name';

/** One version in the menu. */
export type MenuItem = {
  versionId: VersionId;
  icon: MarkState;
  title: string;
  /** What a press does, or why it does nothing. */
  action: string;
  /** For screen readers: begins with the visible words, in the order they are read. The menu itself names the model. */
  name: string;
  isDisabled: boolean;
};

/** `addAll`: the words of the way to several versions at once, where there are some to add. */
export type MenuView = { title: string; meaning: string; items: MenuItem[]; addAll?: string };

/** One alone has its own row. */
const FEWEST_TO_CHOOSE = 2;

/**
 * What the open menu has asked: why the look-up of its versions failed, and the room in the vault, KB. `isAskingAgain`: a press that should
 * add may not have been meant, and led here.
 */
export type MenuAnswers = {
  problem?: Problem | undefined;
  freeKb?: number | undefined;
  isAskingAgain?: boolean | undefined;
};

/** What the menu of a mark shows: its version, or all versions of its model once they are looked up. */
export function viewOfMenu(
  sources: ViewSources,
  marked: MarkedLink,
  moment: Moment,
  answers: MenuAnswers = {},
): MenuView {
  const view = viewOfVersions(sources, marked, moment, answers);
  // What is being added, or was, was pressed here.
  const isUntouched = view.items.every(({ icon }) => icon === 'out' || icon === 'unknown');
  if (!answers.isAskingAgain || !isUntouched) return view;
  const meaning = joinSentences(t('press-again.what'), t('press-again.meaning'), view.meaning);
  return { ...view, meaning };
}

function viewOfVersions(
  sources: ViewSources,
  marked: MarkedLink,
  moment: Moment,
  { problem, freeKb }: MenuAnswers,
): MenuView {
  const { modelId, versionId } = marked.target;
  const { model: title } = spokenNames(namingOf(sources, marked));
  if (versionId !== undefined) {
    const fact = factOf(sources, versionId);
    return { title, meaning: meaningOf(fact, moment), items: [itemOf(sources, marked, versionId, freeKb)] };
  }
  const { inVault } = modelOf(sources, marked.target);
  const versions = modelId === undefined ? undefined : sources.lookUps.versionsOf(modelId);
  const listed = versions?.versions.map(version => version.versionId) ?? [];
  const ids = [...new Set([...listed, ...inVault.map(fact => fact.versionId)])];
  const meaning = versions
    ? joinSentences(
        tn('menu.in-vault', ids.length, { inVault: inVault.length }),
        sentenceOfAge(oldestOf(sources, marked, ids), moment),
      )
    : problem
      ? failureOf(problem, moment)
      : t('menu.looking-up');
  const canAddSome = choicesOf(sources, marked).filter(({ canAdd }) => canAdd).length >= FEWEST_TO_CHOOSE;
  const items = ids.map(id => itemOf(sources, marked, id, freeKb));
  return { title, meaning, items, ...(canAddSome && { addAll: t('menu.add-all') }) };
}

function meaningOf(fact: VersionFact | undefined, moment: Moment): string {
  const { problem, activity } = fact ?? {};
  if (problem && !activity) return describeBriefly(problem, moment.now);
  return joinSentences(meaningOfVersion(fact), sentenceOfAge(fact?.asOf ?? 0, moment));
}

/** The age of the sentence about all versions. Each is requested once the menu is open; until then the model's list counts. */
function oldestOf(sources: ViewSources, { target }: MarkedLink, ids: readonly VersionId[]): number {
  const ages = ids.map(id => factOf(sources, id)?.asOf ?? 0);
  const isEachKnown = ages.length > 0 && ages.every(asOf => asOf > 0);
  if (isEachKnown) return Math.min(...ages);
  return (target.modelId !== undefined && sources.client.model(target.modelId)?.asOf) || 0;
}

function sentenceOfAge(asOf: number, moment: Moment): string {
  return ageSentence(ageWords({ asOf }, moment));
}

function failureOf(problem: Problem, { now }: Moment): string {
  const { what, meaning, next } = describeModelProblem(problem, now);
  if (problem.kind === 'not-available') return joinSentences(what, meaning, t('menu.page-knows'));
  // To open the menu again is the retry, as soon as that may help.
  return joinSentences(what, meaning, problem.kind === 'limited' ? next : t('menu.open-again'));
}

function itemOf(sources: ViewSources, marked: MarkedLink, versionId: VersionId, freeKb?: number): MenuItem {
  const fact = knownFactOf(sources, marked.target, versionId);
  const naming = namingOf(sources, marked, versionId);
  const { sizeKb, need } = naming;
  const state = markState(fact);
  const { version } = spokenNames(naming);
  const named = sizeKb === undefined ? isolate(version) : t('menu.item', { version, size: formatKb(sizeKb) });
  const isOut = fact?.state === 'out';
  const cannot = isOut && cannotAdd(naming);
  const fit = isOut && !naming.barredBy ? judgeFit(need, freeKb, sizeKb) : undefined;
  const title = isOut ? withFit(withWhy(named, naming), fit) : named;
  const isGrace = fact?.activity?.phase === 'grace';
  const action = cannot ? t('mark.cannot-add') : fact?.activity ? activityLabel(fact.activity) : actionOf(fact?.state);
  const known = fact?.problem && !fact.activity ? errorLabel(fact) : statusLabel(fact?.state ?? 'unknown');
  const status = fact?.hint ? meaningOfVersion(fact) : known;
  return {
    versionId,
    icon: state,
    title,
    action,
    name: compose('control.name-alone', { label: joinSentences(action, title), meaning: status }),
    isDisabled: state === 'busy' && !isGrace,
  };
}

function actionOf(state: VaultState = 'unknown'): string {
  if (state === 'unknown') return t('menu.look-again');
  return t(isInVault(state) ? 'menu.remove' : 'menu.add');
}
