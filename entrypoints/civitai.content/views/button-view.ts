import type { MarkState } from '@/entrypoints/civitai.content/dom/host';
import type { ButtonView } from '@/entrypoints/civitai.content/model-page/vault-button';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Obstacle, Problem } from '@/utils/problem';
import { describeAddObstacle } from '@/utils/sentences/obstacle-sentences';
import { describeProblem } from '@/utils/sentences/sentences';
import { actionWords, activityWords, buttonWords, stateMeaning, statusWords } from '@/utils/sentences/state-words';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import type { Availability } from '@/utils/vault/version-availability';
import { ageWords, errorLabel, hopelessObstacle, type Moment } from './fact-view';

/** The version on screen. `versionId` is absent while more than one could be meant. */
export type VersionOnScreen = {
  modelId: ModelId;
  modelName: string;
  versionId: VersionId | undefined;
  versionName: string;
  sizeKb?: number;
  availability?: Availability;
};

/** "in vault", with its age where that is old: part of a version button's accessible name. */
export function markWords(fact: VersionFact | undefined, moment: Moment): string {
  if (!fact) return 'vault: not known yet';
  const words = fact.activity ? activityWords(fact.activity) : statusWords(fact.state);
  const age = ageWords(fact, moment);
  return `vault: ${words.toLowerCase()}${age ? `, ${age}` : ''}`;
}

/** What the button shows for the version on screen; a pure function of what is known. */
export function viewOf(
  version: VersionOnScreen,
  fact: VersionFact | undefined,
  lookProblem: Problem | undefined,
  moment: Moment,
  /** The account that Vaulted acts for, where that may not be the one logged in here. */
  account = '',
): Omit<ButtonView, 'press'> {
  const { modelId, versionId } = version;
  const whose = account && `Vaulted acts for ${account}, which may not be the account logged in here.`;
  const about = `${version.versionName} of ${version.modelName}`;
  const view = (state: MarkState, label: string, hint: string, isDisabled = false): Omit<ButtonView, 'press'> => ({
    modelId,
    versionId,
    state,
    label,
    account: account && `for ${account}`,
    hint: join(hint, whose),
    name: join(`${label}: ${about}.`, hint, whose),
    isDisabled,
  });
  if (versionId === undefined) {
    return view(
      'unknown',
      'Which version?',
      `More than one version could be meant by “${version.versionName}”. Select it in the list, so that its address names it.`,
      true,
    );
  }
  if (fact?.activity) {
    const reason = fact.activity.reason ? ` ${sentence(fact.activity.reason)}` : '';
    return view('busy', activityWords(fact.activity), `${stateMeaning(fact.state)}${reason}`, true);
  }
  if (fact?.problem) {
    return view('error', errorLabel(fact), sentence(fact.problem));
  }
  if (!fact || fact.state === 'unknown') {
    return lookProblem
      ? view('unknown', 'Not known', `${sentence(lookProblem)} Click to look again.`)
      : view('unknown', 'Checking…', 'Vaulted is asking whether this version is in your vault.', true);
  }
  const words = ageWords(fact, moment);
  const age = words ? `This is ${words}.` : '';
  const obstacle = fact.state === 'out' ? hopelessObstacle(version.availability) : undefined;
  if (obstacle) return view('out', 'Can’t be added', join('Not in your vault.', age, sentenceOf(obstacle)));
  const gate = fact.state === 'out' && version.availability === 'early-access' ? sentenceOf('early-access') : '';
  const next = isInVault(fact.state) ? `${actionWords(fact.state)}…` : actionWords(fact.state);
  return view(fact.state, buttonWords(fact.state), join(stateMeaning(fact.state), age, gate, `Click: ${next}`));
}

function join(...sentences: string[]): string {
  return sentences.filter(Boolean).join(' ');
}

function sentence(problem: Problem): string {
  const { what, meaning, next } = describeProblem(problem);
  return `${what} ${meaning} ${next}`;
}

function sentenceOf(obstacle: Obstacle): string {
  const { what, meaning } = describeAddObstacle(obstacle);
  return `${what} ${meaning}`;
}
