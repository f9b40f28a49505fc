import type { MarkState } from '@/entrypoints/civitai.content/dom/host';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { ModelId } from '@/utils/civitai/ids';
import { formatKb } from '@/utils/sentences/format';
import { activityWords, stateMeaning } from '@/utils/sentences/state-words';
import { type Activity, isInVault, type VersionFact } from '@/utils/vault/membership';
import type { VersionOnScreen } from './button-view';
import { ageWords, errorLabel, hopelessObstacle, type Moment, markState } from './fact-view';
import type { ModelState } from './model-state';

/** What a mark shows. Two views that are the same text need no new drawing. */
export type MarkView = {
  target: CivitaiTarget;
  state: MarkState;
  /** Of a model as a whole: how many versions are in. */
  count: number | undefined;
  /** In the mark, where it has words. */
  label: string;
  /** For screen readers: starts with what a press does. */
  name: string;
  /** True where it may have changed since: label and name say how old it is. */
  isOld: boolean;
  isBusy: boolean;
};

/** Of a version on screen, what a mark needs to name it. */
export type Naming = Pick<VersionOnScreen, 'modelName' | 'availability' | 'sizeKb'> & {
  modelId: ModelId | undefined;
  versionName: string | undefined;
};

const SHORT: { readonly [State in MarkState]: string } = {
  in: 'In vault',
  pending: 'Pending',
  failed: 'Failed',
  out: 'Add',
  busy: 'Working…',
  unknown: 'Not known',
  error: 'Not added',
};

const KEPT: readonly MarkState[] = ['in', 'pending', 'failed'];

/** "v2.0, 6.46 GB" or, with `whose`, "v2.0 of Amber Drift, 6.46 GB", as far as it is known. */
function describeVersion({ versionName, sizeKb }: Naming, whose = ''): string {
  return [`${versionName || (whose && 'this version')}${whose}`, sizeKb === undefined ? '' : formatKb(sizeKb)]
    .filter(Boolean)
    .join(', ');
}

/** The mark of a link that names a version. */
export function viewOfVersion(
  target: CivitaiTarget,
  fact: VersionFact | undefined,
  naming: Naming,
  moment: Moment,
): MarkView {
  const state = markState(fact);
  const version = describeVersion(naming);
  const cannot = state === 'out' && hopelessObstacle(naming.availability) !== undefined;
  const does = cannot ? 'Can’t be added' : whatPressDoes(state, fact);
  const label = fact?.activity
    ? labelOfActivity(fact.activity, version)
    : cannot
      ? does
      : labelOf(state, version, fact);
  return {
    target,
    state,
    count: undefined,
    ...aged(
      fact?.asOf ?? 0,
      moment,
      state,
      label,
      `${does}: ${describeVersion(naming, ` of ${naming.modelName}`)}. ${meaningOf(fact)}`,
    ),
    isBusy: fact?.activity !== undefined,
  };
}

/** The mark of a link that names a model as a whole. `naming` is the version that an add would add, once it is looked up. */
export function viewOfModel(
  target: CivitaiTarget,
  model: ModelState,
  naming: Naming,
  asOf: number,
  moment: Moment,
): MarkView {
  const { state, count, kept, busy } = model;
  const version = describeVersion(naming);
  const [only] = kept;
  const does = kept.length > 1 ? 'Show its versions' : whatPressDoes(state, busy ?? only);
  const what = kept.length === 0 && version ? describeVersion(naming, ` of ${naming.modelName}`) : naming.modelName;
  const label = busy?.activity
    ? labelOfActivity(busy.activity, kept.length === 0 ? version : '')
    : count > 1
      ? `${count} in vault`
      : labelOf(state, version, busy);
  return {
    target,
    state,
    count,
    ...aged(asOf, moment, state, label, `${does}: ${what}. ${meaningOfModel(model)}`),
    isBusy: state === 'busy',
  };
}

/** What is said, with its age where that is old. What only says what a press does has none. */
function aged(asOf: number, moment: Moment, state: MarkState, label: string, name: string) {
  const age = ageWords({ asOf }, moment);
  const isKeptOld = age !== '' && KEPT.includes(state);
  return {
    label: isKeptOld ? `${label}, ${age}` : label,
    name: age ? `${name} This is ${age}.` : name,
    isOld: age !== '',
  };
}

function meaningOf(fact: VersionFact | undefined): string {
  return fact?.problem?.kind === 'unsettled'
    ? 'It isn’t certain whether this version is in your vault.'
    : stateMeaning(fact?.state ?? 'unknown');
}

function meaningOfModel({ state, count, kept, busy }: ModelState): string {
  if (count > 0) return `${count === 1 ? 'One version is' : `${count} versions are`} in your vault.`;
  const [only] = kept;
  if (only || busy?.problem?.kind === 'unsettled') return meaningOf(only ?? busy);
  return state === 'unknown' ? 'Vaulted doesn’t know yet.' : 'No version is in your vault.';
}

/** "Adding v2.0, 6.46 GB…": one press does it all where nothing could be said before it. */
function labelOfActivity(activity: Activity, version: string): string {
  const words = activityWords(activity);
  return version && words === 'Adding…' ? `Adding ${version}…` : words;
}

function labelOf(state: MarkState, version: string, fact: VersionFact | undefined): string {
  if (state === 'error' && fact) return errorLabel(fact);
  return state === 'out' && version ? `Add ${version}` : SHORT[state];
}

function whatPressDoes(state: MarkState, fact: VersionFact | undefined): string {
  if (fact?.activity) return activityWords(fact.activity);
  if (fact && isInVault(fact.state)) return 'Remove from vault';
  if (state === 'out' || state === 'error') return 'Add to vault';
  return state === 'unknown' ? 'Look again' : SHORT.in;
}
