import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { VersionFact } from '@/utils/vault/membership';
import { ageWords, hopelessObstacle, type Moment, markState } from './fact-view';
import {
  describeVersion,
  labelOf,
  labelOfActivity,
  meaningOf,
  meaningOfModel,
  type Naming,
  whatPressDoes,
} from './mark-words';
import type { ModelState } from './model-state';

/** What a mark shows. */
export type MarkView = {
  target: CivitaiTarget;
  state: MarkState;
  /** Of a model as a whole: how many versions are stored. */
  count: number | undefined;
  /** The words in the mark, where it has any. */
  label: string;
  /** For screen readers: starts with what a press does. */
  name: string;
  /** True for an old fact: label and name say how old it is. */
  isOld: boolean;
  isBusy: boolean;
};

const IN_VAULT: readonly MarkState[] = ['in', 'pending', 'failed'];

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
      `${does}: ${describeVersion(naming, ` of ${naming.modelName}`, target.versionId)}. ${meaningOf(fact)}`,
    ),
    isBusy: fact?.activity !== undefined,
  };
}

/**
 * The mark of a link that names a model as a whole. `naming`: the version that a press would add, once it is looked up.
 * `asOf`: epoch ms.
 */
export function viewOfModel(
  target: CivitaiTarget,
  model: ModelState,
  naming: Naming,
  asOf: number,
  moment: Moment,
): MarkView {
  const { state, storedCount, inVault, busy } = model;
  const version = describeVersion(naming);
  const [only] = inVault;
  const does = inVault.length > 1 ? 'Show its versions' : whatPressDoes(state, busy ?? only);
  const what = inVault.length === 0 && version ? describeVersion(naming, ` of ${naming.modelName}`) : naming.modelName;
  const label = busy?.activity
    ? labelOfActivity(busy.activity, inVault.length === 0 ? version : '')
    : storedCount > 1
      ? `${storedCount} in vault`
      : labelOf(state, version, busy);
  return {
    target,
    state,
    count: storedCount,
    ...aged(asOf, moment, state, label, `${does}: ${what}. ${meaningOfModel(model)}`),
    isBusy: state === 'busy',
  };
}

/** Label and name, with the age of an old fact. A label that only says what a press does has no age. */
function aged(asOf: number, moment: Moment, state: MarkState, label: string, name: string) {
  const age = ageWords({ asOf }, moment);
  const hasAge = age !== '' && IN_VAULT.includes(state);
  return {
    label: hasAge ? `${label}, ${age}` : label,
    name: age ? `${name} This is ${age}.` : name,
    isOld: age !== '',
  };
}
