import type { VersionId } from '@/utils/civitai/ids';
import { joinSentences } from '@/utils/sentences/sentences';
import { activityStatus, statusLabel } from '@/utils/sentences/state-labels';
import { formatKb } from '@/utils/texts/format';
import { isolate, t, tn } from '@/utils/texts/texts';
import { judgeFit } from '@/utils/vault/fit';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { cannotAdd, errorLabel, withFit, withWhy } from './fact-view';
import { knownFactOf, type MarkedLink, modelOf, namingOf, type ViewSources } from './marked-link';
import { type Naming, spokenNames } from './version-name';

/** A version of a model, among those that the user may add together. */
export type Choice = {
  versionId: VersionId;
  naming: Naming;
  /** Its name, and why it may not be possible to add it. */
  title: string;
  /** Its size, or why there is nothing to choose. */
  note: string;
  canAdd: boolean;
  /** Chosen as long as the user says nothing else: the site gives it to everyone, and alone it may fit. */
  isDefault: boolean;
};

/** The model's versions in creator order; without a look-up none. What is not known to be out can't be chosen. `freeKb`: in the vault. */
export function choicesOf(sources: ViewSources, marked: MarkedLink, freeKb?: number): Choice[] {
  const { modelId } = marked.target;
  const listed = modelId === undefined ? undefined : sources.lookUps.versionsOf(modelId);
  if (!listed) return [];
  const ids = listed.versions.map(version => version.versionId);
  const others = modelOf(sources, marked.target).inVault.map(fact => fact.versionId);
  return [...new Set([...ids, ...others])].map(versionId => choiceOf(sources, marked, versionId, freeKb));
}

function choiceOf(sources: ViewSources, marked: MarkedLink, versionId: VersionId, freeKb?: number): Choice {
  const naming = namingOf(sources, marked, versionId);
  const { availability, sizeKb, need } = naming;
  const fact = knownFactOf(sources, marked.target, versionId);
  const isOut = fact?.state === 'out' && !fact.activity;
  const name = isolate(spokenNames(naming).version);
  const canAdd = isOut && !cannotAdd(naming);
  const fit = judgeFit(need, freeKb, sizeKb);
  const size = sizeKb === undefined ? t('recipe.size-unknown') : isolate(formatKb(sizeKb));
  return {
    versionId,
    naming,
    title: isOut ? withWhy(name, naming) : name,
    note: canAdd ? withFit(size, fit) : isOut ? t('mark.cannot-add') : stateOf(fact),
    canAdd,
    isDefault: canAdd && fit !== 'cannot-fit' && availability !== 'early-access' && availability !== 'private',
  };
}

function stateOf(fact: VersionFact | undefined): string {
  if (fact?.activity) return activityStatus(fact.activity);
  if (fact?.problem && !isInVault(fact.state)) return errorLabel(fact);
  return statusLabel(fact?.state ?? 'unknown');
}

/** What the chosen versions need together, and what is free (KB; `undefined`: not known). Where no size is known, none is given. */
export function describeChosen(chosen: readonly Choice[], freeKb: number | undefined): string {
  const free = freeKb === undefined ? '' : t('recipe.fits', { size: formatKb(Math.max(0, freeKb)) });
  if (chosen.length === 0) return joinSentences(t('all.none'), free);
  const known = chosen.flatMap(({ naming }) => naming.sizeKb ?? []);
  if (known.length === 0) return joinSentences(tn('all.chosen-unknown', chosen.length), free);
  const neededKb = known.reduce((sum, sizeKb) => sum + sizeKb, 0);
  const key = known.length < chosen.length ? 'all.chosen-least' : 'all.chosen';
  const isMore = freeKb !== undefined && neededKb > freeKb;
  const space = isMore ? t('all.more', { size: formatKb(Math.max(0, freeKb)) }) : free;
  return joinSentences(tn(key, chosen.length, { size: formatKb(neededKb) }), space);
}
