import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Obstacle, Problem } from '@/utils/problem';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { describeAddObstacle } from '@/utils/sentences/obstacle-sentences';
import { joinSentences } from '@/utils/sentences/sentences';
import { describeSpace } from '@/utils/sentences/space-sentences';
import { activityLabel, buttonLabel, stateMeaning } from '@/utils/sentences/state-labels';
import { t } from '@/utils/texts/texts';
import { judgeFit } from '@/utils/vault/fit';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { compose } from './compose';
import { ageSentence, ageWords, errorLabel, hopelessObstacle, type Moment, withFit, withWhy } from './fact-view';
import { meaningOf } from './mark-words';
import { describeWhole, type Naming } from './version-name';

/** The version on screen. `versionId` is absent while more than one could be meant. */
export type VersionOnScreen = Pick<Naming, 'sizeKb' | 'need' | 'availability' | 'isWithheld' | 'barredBy'> & {
  modelId: ModelId;
  modelName: string;
  versionId: VersionId | undefined;
  versionName: string;
  /** What is free in the vault, KB. */
  freeKb?: number | undefined;
  /** It may yet turn out which version is on screen. */
  isAsking?: boolean;
};

/** What the vault button shows. The version that it names is the version that a press acts on. */
export type ButtonView = {
  modelId: ModelId;
  /** Absent while that is not certain: then a press shows them all. */
  versionId: VersionId | undefined;
  state: MarkState;
  /** The words in the button. */
  label: string;
  /** Beside the label, where the vault may not be of the account that the user thinks of. */
  account: string;
  /** Tooltip: the state, how old the fact is, what a press does where the label doesn't say it. */
  hint: string;
  /** For screen readers; starts with label and account. */
  name: string;
  isDisabled: boolean;
  /** When the grace of a removal ends, epoch ms. */
  until?: number | undefined;
};

/** Whose vault it is, where that may not be the account logged in here. `username`: absent where the key doesn't let Vaulted see it. */
export type OtherAccount = { username: string | undefined };

/** What the button shows, before the version is named in it. */
type Appearance = Pick<ButtonView, 'state' | 'label' | 'hint' | 'until'> & { isDisabled?: boolean };

/** What the button shows for the version on screen; a pure function of what is known. */
export function viewOfButton(
  version: VersionOnScreen,
  fact: VersionFact | undefined,
  checkProblem: Problem | undefined,
  moment: Moment,
  other?: OtherAccount,
): ButtonView {
  const { state, label, hint, isDisabled = false, until } = appearanceOf(version, fact, checkProblem, moment);
  const { modelId, versionId, versionName, modelName } = version;
  const account = other ? describeAccount(other) : { words: '', hint: '' };
  const meaning = joinSentences(hint, account.hint);
  const seen = account.words ? compose('button.label-for', { label, account: account.words }) : label;
  return {
    modelId,
    versionId,
    state,
    label,
    account: account.words,
    hint: meaning,
    name: compose('control.name', { label: seen, what: describeWhole({ versionName, modelName }), meaning }),
    isDisabled,
    until,
  };
}

function looksUp(): Appearance {
  return { state: 'unknown', label: t('button.checking'), hint: t('button.which-asking.hint'), isDisabled: true };
}

function whichVersion({ versionName }: VersionOnScreen): Appearance {
  return { state: 'unknown', label: t('button.which'), hint: t('button.which.hint', { version: versionName }) };
}

function describeAccount({ username: account }: OtherAccount): { words: string; hint: string } {
  if (account === undefined) return { words: t('button.own-account'), hint: t('button.own-account.hint') };
  return { words: t('button.account', { account }), hint: t('button.account.hint', { account }) };
}

function appearanceOf(
  version: VersionOnScreen,
  fact: VersionFact | undefined,
  checkProblem: Problem | undefined,
  moment: Moment,
): Appearance {
  if (version.versionId === undefined) return version.isAsking ? looksUp() : whichVersion(version);
  if (fact?.activity) {
    const { reason, phase, until } = fact.activity;
    const isGrace = phase === 'grace';
    const why = reason && describeInFull(reason, moment.now);
    const hint = joinSentences(stateMeaning(fact.state), why, isGrace ? t('button.grace.hint') : '');
    return { state: 'busy', label: activityLabel(fact.activity), hint, isDisabled: !isGrace, until };
  }
  if (fact?.problem) {
    return { state: 'error', label: errorLabel(fact), hint: describeInFull(fact.problem, moment.now) };
  }
  if (fact && fact.state !== 'unknown') return appearanceOfState(version, fact, moment);
  if (!checkProblem) {
    return { state: 'unknown', label: t('button.checking'), hint: t('button.checking.hint'), isDisabled: true };
  }
  const hint = joinSentences(describeInFull(checkProblem, moment.now), t('action.look-again'));
  return { state: 'unknown', label: t('mark.unknown'), hint };
}

function appearanceOfState(
  { availability, isWithheld, barredBy, need, freeKb, sizeKb }: VersionOnScreen,
  fact: VersionFact,
  moment: Moment,
): Appearance {
  const { state } = fact;
  const age = ageSentence(ageWords(fact, moment));
  if (state === 'out' && barredBy) {
    const why = describeInFull({ kind: barredBy }, moment.now);
    return { state, label: t('mark.cannot-add'), hint: joinSentences(stateMeaning(state), age, why) };
  }
  const obstacle = state === 'out' ? hopelessObstacle(availability) : undefined;
  if (obstacle || (state === 'out' && isWithheld)) {
    const hint = joinSentences(stateMeaning(state), age, obstacleSentences(obstacle ?? 'early-access'));
    return { state, label: t(obstacle ? 'mark.cannot-add' : 'mark.early-access'), hint };
  }
  const gate = state === 'out' && availability === 'early-access' ? obstacleSentences('early-access') : '';
  // The label of a version that is not in the vault is what a press does.
  const press = isInVault(state) ? t('action.remove-ask') : '';
  const fit = state === 'out' ? judgeFit(need, freeKb, sizeKb) : undefined;
  const label = gate ? withWhy(buttonLabel(state), { availability }) : withFit(buttonLabel(state), fit);
  const space = state === 'out' ? describeSpace({ need, sizeKb, freeKb }) : '';
  return { state, label, hint: joinSentences(meaningOf(fact), age, gate, space, press) };
}

function obstacleSentences(obstacle: Obstacle): string {
  const { what, meaning } = describeAddObstacle(obstacle);
  return joinSentences(what, meaning);
}
