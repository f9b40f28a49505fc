import type { CivitaiTarget } from '@/utils/civitai-url';
import { formatKb } from '@/utils/format';
import type { ModelId } from '@/utils/ids';
import { type Activity, isKept, type VersionFact } from '@/utils/membership';
import { activityWords, stateMeaning } from '@/utils/state-words';
import type { VersionOnScreen } from './button-view';
import { ageWords, hopelessObstacle, type Moment, markState } from './fact-view';
import type { MarkState } from './host';
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

/** "v2.0, 6.46 GB" as far as it is known. */
function describeVersion({ versionName, sizeKb }: Naming): string {
  return [versionName, sizeKb === undefined ? '' : formatKb(sizeKb)].filter(Boolean).join(', ');
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
  const age = fact ? ageWords(fact, moment) : '';
  const meaning = `${stateMeaning(fact?.state ?? 'unknown')}${age && ` This is ${age}.`}`;
  return {
    target,
    state,
    count: undefined,
    label: fact?.activity ? labelOfActivity(fact.activity, version) : cannot ? does : labelOf(state, version, fact),
    name: `${does}: ${version || 'this version'} of ${naming.modelName}. ${meaning}`,
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
  const known: VersionFact | undefined = only ?? busy;
  const age = asOf > 0 && known ? ageWords({ ...known, asOf }, moment) : '';
  const what = kept.length === 0 && version ? `${version} of ${naming.modelName}` : naming.modelName;
  return {
    target,
    state,
    count,
    label: busy?.activity
      ? labelOfActivity(busy.activity, kept.length === 0 ? version : '')
      : count > 1
        ? `${count} in vault`
        : labelOf(state, version, busy),
    name: `${does}: ${what}. ${meaningOf(model)}${age && ` This is ${age}.`}`,
    isBusy: state === 'busy',
  };
}

function meaningOf({ state, count, kept }: ModelState): string {
  if (count > 0) return `${count === 1 ? 'One version is' : `${count} versions are`} in your vault.`;
  const [only] = kept;
  if (only) return stateMeaning(only.state);
  return state === 'unknown' ? 'Vaulted doesn’t know yet.' : 'No version is in your vault.';
}

/** "Adding v2.0, 6.46 GB…": one press does it all where nothing could be said before it. */
function labelOfActivity(activity: Activity, version: string): string {
  const words = activityWords(activity);
  return version && words === 'Adding…' ? `Adding ${version}…` : words;
}

function labelOf(state: MarkState, version: string, fact: VersionFact | undefined): string {
  if (state === 'error' && fact && isKept(fact.state)) return 'Not removed';
  return state === 'out' && version ? `Add ${version}` : SHORT[state];
}

function whatPressDoes(state: MarkState, fact: VersionFact | undefined): string {
  if (fact?.activity) return activityWords(fact.activity);
  if (fact && isKept(fact.state)) return 'Remove from vault';
  if (state === 'out' || state === 'error') return 'Add to vault';
  return state === 'unknown' ? 'Look again' : SHORT.in;
}
