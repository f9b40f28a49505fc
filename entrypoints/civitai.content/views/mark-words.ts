import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import { joinSentences } from '@/utils/sentences/sentences';
import { activityLabel, activityStatus, stateMeaning } from '@/utils/sentences/state-labels';
import { t, tn } from '@/utils/texts/texts';
import { type Activity, isInVault, type VersionFact } from '@/utils/vault/membership';
import { compose } from './compose';
import { ageWords, errorLabel, type Moment } from './fact-view';
import type { ModelState } from './model-state';

/** What the version's state means for the user, in a sentence. */
export function meaningOf(fact: VersionFact | undefined): string {
  if (fact?.hint) return t(`hint.${fact.hint}`);
  return fact?.problem?.kind === 'unsettled' ? t('mark.unsettled.meaning') : stateMeaning(fact?.state ?? 'unknown');
}

/** The same of a model as a whole. */
export function meaningOfModel({ state, storedCount, inVault, busy }: ModelState): string {
  if (storedCount > 0) {
    const hint = hintOf(inVault);
    return joinSentences(tn('model-mark.in', inVault.length), hint ? t(`model-hint.${hint}`) : '');
  }
  const [only] = inVault;
  if (only || busy?.problem?.kind === 'unsettled') return meaningOf(only ?? busy);
  return t(state === 'unknown' ? 'model-mark.unknown' : 'model-mark.out');
}

/** What the user has to know of what is in the vault; that it may be the only copy comes first. */
export function hintOf(inVault: readonly VersionFact[]): VersionFact['hint'] {
  return inVault.find(({ hint }) => hint === 'only-copy')?.hint ?? inVault.find(({ hint }) => hint)?.hint;
}

/** The words in a mark. `version`: what a press adds, if it is known; empty where a press adds nothing. */
export function labelOf(state: MarkState, version: string, fact: VersionFact | undefined): string {
  if (fact?.activity) return labelOfActivity(fact.activity, version);
  if (state === 'error' && fact) return errorLabel(fact);
  return state === 'out' && version ? compose('mark.add', { version }) : t(`mark.${state}`);
}

/** "Adding v2.0 (6.46 GB)…": where one press looks up and adds, the version can't be named any sooner. */
function labelOfActivity(activity: Activity, version: string): string {
  const isAdding = activity.target === 'in' && activity.phase === 'sending';
  return isAdding && version ? compose('mark.adding', { version }) : activityLabel(activity);
}

/** What a press does, where the label doesn't say it. */
export function describePress(state: MarkState, fact: VersionFact | undefined): string {
  if (fact?.activity) return '';
  if (fact && isInVault(fact.state)) return t('action.remove-ask');
  if (state === 'error') return t('action.add');
  return state === 'unknown' ? t('action.look-again') : '';
}

/** "in your vault", with its age where that is old: part of a version button's accessible name. */
export function markWords(fact: VersionFact | undefined, moment: Moment): string {
  if (!fact) return t('version-mark.unknown');
  const label = fact.activity
    ? compose('version-mark.busy', { activity: activityStatus(fact.activity) })
    : t(`version-mark.${fact.state}`);
  const age = ageWords(fact, moment);
  const words = age ? compose('mark.aged', { label, age }) : label;
  return fact.hint ? compose('control.name-alone', { label: words, meaning: t(`model-hint.${fact.hint}`) }) : words;
}
