import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import { joinSentences } from '@/utils/sentences/sentences';
import { isolate, t, tn } from '@/utils/texts/texts';
import type { VersionFact } from '@/utils/vault/membership';
import { compose } from './compose';
import { ageSentence, ageWords, cannotAdd, isHeld, type Moment, markState, withWhy } from './fact-view';
import { describePress, hintOf, labelOf, meaningOf, meaningOfModel } from './mark-words';
import type { ModelState } from './model-state';
import { describeVersion, describeWhole, type Naming, spokenNames } from './version-name';

/** What a mark shows. */
export type MarkView = {
  target: CivitaiTarget;
  state: MarkState;
  /** Of a model as a whole: how many versions are stored. */
  count: number | undefined;
  /** The words in the mark, where it has any. */
  label: string;
  /** For screen readers: starts with the label. */
  name: string;
  /** True for an old fact: label or name say how old it is. */
  isOld: boolean;
  isBusy: boolean;
  /** What the name says of what is in the vault, and the mark shows as a dot. */
  hint?: VersionFact['hint'];
};

/** What label and name are made of. `asOf`: epoch ms. */
type Words = { label: string; what: string; meaning: string; press: string; asOf: number };

const IN_VAULT: readonly MarkState[] = ['in', 'pending', 'failed'];

/** The mark of a link that names a version. */
export function viewOfVersion(
  target: CivitaiTarget,
  fact: VersionFact | undefined,
  naming: Naming,
  moment: Moment,
): MarkView {
  const state = markState(fact);
  const label = state === 'out' ? labelOfOut(naming) : labelOf(state, describeVersion(naming), fact);
  const words = { what: describeWhole(naming), meaning: meaningOf(fact), press: describePress(state, fact) };
  return {
    target,
    state,
    count: undefined,
    ...withAge({ label, ...words, asOf: fact?.asOf ?? 0 }, state, moment),
    isBusy: isHeld(fact),
    hint: fact?.hint,
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
  const [only] = inVault;
  const isAddable = inVault.length === 0;
  const version = isAddable ? describeVersion(naming) : '';
  const label =
    state === 'in' && inVault.length > 1
      ? tn('model-mark.count', inVault.length)
      : state === 'out'
        ? labelOfOut(naming)
        : labelOf(state, version, busy);
  const what = version ? describeWhole(naming) : isolate(spokenNames(naming).model);
  const press = inVault.length > 1 ? t('model-mark.show-versions') : describePress(state, busy ?? only);
  return {
    target,
    state,
    count: storedCount,
    ...withAge({ label, what, meaning: meaningOfModel(model), press, asOf }, state, moment),
    isBusy: isHeld(busy),
    hint: hintOf(inVault),
  };
}

/** What a press would add, or why it can't, as far as that is known. */
function labelOfOut(naming: Naming): string {
  const cannot = cannotAdd(naming);
  return withWhy(cannot ? t('mark.cannot-add') : labelOf('out', describeVersion(naming), undefined), naming);
}

/** Label and name, with the age of an old fact. A label that only says what a press does has no age: there the name says it. */
function withAge(
  { label, what, meaning, press, asOf }: Words,
  state: MarkState,
  moment: Moment,
): Pick<MarkView, 'label' | 'name' | 'isOld'> {
  const age = ageWords({ asOf }, moment);
  const isInLabel = age !== '' && IN_VAULT.includes(state);
  const { account } = moment;
  const aged = isInLabel ? compose('mark.aged', { label, age }) : label;
  const seen = account ? compose('button.label-for', { label: aged, account: t('button.account', { account }) }) : aged;
  const whose = account ? t('mark.account', { account }) : '';
  const sentences = joinSentences(meaning, isInLabel ? '' : ageSentence(age), whose, press);
  return { label: seen, name: compose('control.name', { label: seen, what, meaning: sentences }), isOld: age !== '' };
}
