import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Obstacle, Problem } from '@/utils/problem';
import { describeAddObstacle } from '@/utils/sentences/obstacle-sentences';
import { describeProblem } from '@/utils/sentences/sentences';
import { actionWords, activityWords, buttonWords, stateMeaning, statusWords } from '@/utils/sentences/state-words';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import type { Availability } from '@/utils/vault/version-availability';
import { ageWords, errorLabel, hopelessObstacle, joinSentences, type Moment } from './fact-view';

/** The version on screen. `versionId` is absent while more than one could be meant. */
export type VersionOnScreen = {
  modelId: ModelId;
  modelName: string;
  versionId: VersionId | undefined;
  versionName: string;
  sizeKb?: number;
  availability?: Availability;
  /** In early access, to which the page's account has no access. */
  isWithheld?: boolean;
  /** It may yet turn out which version is on screen. */
  isAsking?: boolean;
};

/** What the vault button shows. The version that it names is the version that a press acts on. */
export type ButtonView = {
  modelId: ModelId;
  /** Absent while it is not certain which version is on screen: then a press shows them all. */
  versionId: VersionId | undefined;
  state: MarkState;
  /** The words in the button. */
  label: string;
  /** Beside the label, where the vault may not be of the account that the user thinks of. */
  account: string;
  /** Tooltip: the state, what a click will do, how old the fact is. */
  hint: string;
  /** For screen readers; starts with the label. */
  name: string;
  isDisabled: boolean;
};

/** "in vault", with its age where that is old: part of a version button's accessible name. */
export function markWords(fact: VersionFact | undefined, moment: Moment): string {
  if (!fact) return 'vault: not known yet';
  const words = fact.activity ? activityWords(fact.activity) : statusWords(fact.state);
  const age = ageWords(fact, moment);
  return `vault: ${words.toLowerCase()}${age ? `, ${age}` : ''}`;
}

/** What the button shows, before the version is named in it. */
type Appearance = { state: MarkState; label: string; hint: string; isDisabled?: boolean };

/**
 * What the button shows for the version on screen; a pure function of what is known. `account`: the account that Vaulted acts for,
 * where that may not be the one logged in here.
 */
export function viewOfButton(
  version: VersionOnScreen,
  fact: VersionFact | undefined,
  checkProblem: Problem | undefined,
  moment: Moment,
  account = '',
): ButtonView {
  const { state, label, hint, isDisabled = false } = appearanceOf(version, fact, checkProblem, moment);
  const whose = account && `Vaulted acts for ${account}, which may not be the account logged in here.`;
  const about = `${version.versionName} of ${version.modelName}`;
  return {
    modelId: version.modelId,
    versionId: version.versionId,
    state,
    label,
    account: account && `for ${account}`,
    hint: joinSentences(hint, whose),
    name: joinSentences(`${label}: ${about}.`, hint, whose),
    isDisabled,
  };
}

const LOOKING_UP: Appearance = {
  state: 'unknown',
  label: 'Checking…',
  hint: 'Vaulted is finding out which version this page shows.',
  isDisabled: true,
};

function whichVersion({ versionName }: VersionOnScreen): Appearance {
  const hint = `Nothing on this page says for certain which version “${versionName}” is. Click to choose one, or select it in the page’s own list.`;
  return { state: 'unknown', label: 'Which version?', hint };
}

function appearanceOf(
  version: VersionOnScreen,
  fact: VersionFact | undefined,
  checkProblem: Problem | undefined,
  moment: Moment,
): Appearance {
  if (version.versionId === undefined) return version.isAsking ? LOOKING_UP : whichVersion(version);
  if (fact?.activity) {
    const reason = fact.activity.reason ? ` ${problemSentences(fact.activity.reason)}` : '';
    const hint = `${stateMeaning(fact.state)}${reason}`;
    return { state: 'busy', label: activityWords(fact.activity), hint, isDisabled: true };
  }
  if (fact?.problem) return { state: 'error', label: errorLabel(fact), hint: problemSentences(fact.problem) };
  if (fact && fact.state !== 'unknown') return appearanceOfState(version, fact, moment);
  return checkProblem
    ? { state: 'unknown', label: 'Not known', hint: `${problemSentences(checkProblem)} Click to look again.` }
    : {
        state: 'unknown',
        label: 'Checking…',
        hint: 'Vaulted is asking whether this version is in your vault.',
        isDisabled: true,
      };
}

function appearanceOfState(
  { availability, isWithheld }: VersionOnScreen,
  fact: VersionFact,
  moment: Moment,
): Appearance {
  const { state } = fact;
  const words = ageWords(fact, moment);
  const age = words ? `This is ${words}.` : '';
  const obstacle = state === 'out' ? hopelessObstacle(availability) : undefined;
  if (obstacle) {
    const hint = joinSentences('Not in your vault.', age, obstacleSentences(obstacle));
    return { state, label: 'Can’t be added', hint };
  }
  if (state === 'out' && isWithheld) {
    return {
      state,
      label: 'Early access',
      hint: joinSentences(stateMeaning(state), age, obstacleSentences('early-access')),
    };
  }
  const gate = state === 'out' && availability === 'early-access' ? obstacleSentences('early-access') : '';
  const next = isInVault(state) ? `${actionWords(state)}…` : actionWords(state);
  return { state, label: buttonWords(state), hint: joinSentences(stateMeaning(state), age, gate, `Click: ${next}`) };
}

function problemSentences(problem: Problem): string {
  const { what, meaning, next } = describeProblem(problem);
  return `${what} ${meaning} ${next}`;
}

function obstacleSentences(obstacle: Obstacle): string {
  const { what, meaning } = describeAddObstacle(obstacle);
  return `${what} ${meaning}`;
}
