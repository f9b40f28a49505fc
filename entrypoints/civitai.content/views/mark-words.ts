import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { ModelId } from '@/utils/civitai/ids';
import { formatKb } from '@/utils/sentences/format';
import { activityWords, stateMeaning } from '@/utils/sentences/state-words';
import { type Activity, isInVault, type VersionFact } from '@/utils/vault/membership';
import type { VersionOnScreen } from './button-view';
import { errorLabel } from './fact-view';
import type { ModelState } from './model-state';

/** What a mark needs to name a version. */
export type Naming = Pick<VersionOnScreen, 'modelName' | 'availability' | 'sizeKb'> & {
  modelId: ModelId | undefined;
  versionName: string | undefined;
};

const LABELS: { readonly [State in MarkState]: string } = {
  in: 'In vault',
  pending: 'Pending',
  failed: 'Failed',
  out: 'Add',
  busy: 'Working…',
  unknown: 'Not known',
  error: 'Not added',
};

/**
 * "v2.0, 6.46 GB" or, with `whose`, "v2.0 of Amber Drift, 6.46 GB", as far as it is known. `versionId`: what a version goes by that has
 * no name here.
 */
export function describeVersion({ versionName, sizeKb }: Naming, whose = '', versionId = 0): string {
  return [`${versionName || (whose && `version ${versionId}`)}${whose}`, sizeKb === undefined ? '' : formatKb(sizeKb)]
    .filter(Boolean)
    .join(', ');
}

/** What the version's state means for the user, in a sentence. */
export function meaningOf(fact: VersionFact | undefined): string {
  return fact?.problem?.kind === 'unsettled'
    ? 'It isn’t certain whether this version is in your vault.'
    : stateMeaning(fact?.state ?? 'unknown');
}

/** The same of a model as a whole. */
export function meaningOfModel({ state, storedCount, inVault, busy }: ModelState): string {
  if (storedCount > 0) return `${storedCount === 1 ? 'One version is' : `${storedCount} versions are`} in your vault.`;
  const [only] = inVault;
  if (only || busy?.problem?.kind === 'unsettled') return meaningOf(only ?? busy);
  return state === 'unknown' ? 'Vaulted doesn’t know yet.' : 'No version is in your vault.';
}

/** "Adding v2.0, 6.46 GB…": where one press looks up and adds, the version can't be named any sooner. */
export function labelOfActivity(activity: Activity, version: string): string {
  const words = activityWords(activity);
  return version && words === 'Adding…' ? `Adding ${version}…` : words;
}

/** The words in a mark while nothing is being done. `version`: what a press would add, if it is known. */
export function labelOf(state: MarkState, version: string, fact: VersionFact | undefined): string {
  if (state === 'error' && fact) return errorLabel(fact);
  return state === 'out' && version ? `Add ${version}` : LABELS[state];
}

/** What a press does, or what is being done already. */
export function whatPressDoes(state: MarkState, fact: VersionFact | undefined): string {
  if (fact?.activity) return activityWords(fact.activity);
  if (fact && isInVault(fact.state)) return 'Remove from vault';
  if (state === 'out' || state === 'error') return 'Add to vault';
  return state === 'unknown' ? 'Look again' : LABELS.in;
}
