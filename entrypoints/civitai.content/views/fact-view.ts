import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import { ageOf } from '@/utils/age';
import type { Obstacle } from '@/utils/problem';
import { formatAge } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import type { Fit } from '@/utils/vault/fit';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import type { Availability } from '@/utils/vault/version-availability';
import { compose } from './compose';
import type { Naming } from './version-name';

/** Facts older than this are shown with their age: no state without its age. */
const OLD_MS = 60 * 60 * 1000;

/**
 * Epoch ms, and whether the browser has a connection: without one every fact may be old. `account`: whose vault it is, where a mark has
 * to name it.
 */
export type Moment = { now: number; isOnline: boolean; account?: string | undefined };

/** The site refuses these to every account: to send the request would be pointless (site-facts.md F.4). */
const HOPELESS = ['generation-only', 'unpublished', 'no-files', 'gone'] as const satisfies readonly Obstacle[];

/** The obstacle that makes adding impossible, as far as the page says. */
export function hopelessObstacle(availability: Availability | undefined): (typeof HOPELESS)[number] | undefined {
  return HOPELESS.find(obstacle => obstacle === availability);
}

/** What decides before the press whether a version can be added. */
type Addable = Pick<Naming, 'availability' | 'barredBy'>;

/** True where the site refuses the version to every account, or everything to this one. */
export function cannotAdd({ availability, barredBy }: Addable): boolean {
  return (barredBy ?? hopelessObstacle(availability)) !== undefined;
}

/**
 * A label, and in two words why the version can't be added, to be read before the press. Of a version in early access the page rarely
 * says whether the user has access.
 */
export function withWhy(label: string, { availability, barredBy }: Addable): string {
  const ofVersion = availability === 'early-access' ? availability : hopelessObstacle(availability);
  const why = barredBy ? 'no-membership' : ofVersion;
  return why ? compose('mark.because', { label, why: t(`mark.why.${why}`) }) : label;
}

/** Whether it fits, in two words, to be read before the press. The press of what can't fit leads to "Free up space". */
export function withFit(label: string, fit: Fit | undefined): string {
  if (fit !== 'cannot-fit' && fit !== 'may-not-fit') return label;
  return compose('mark.because', { label, why: t(`mark.why.${fit}`) });
}

/** What a fact shows as: an activity first, then a problem, then the state. */
export function markState(fact: VersionFact | undefined): MarkState {
  if (!fact) return 'unknown';
  if (fact.activity) return 'busy';
  return fact.problem ? 'error' : fact.state;
}

/** True while a press can do nothing. */
export function isHeld({ activity }: Partial<VersionFact> = {}): boolean {
  return activity !== undefined && activity.phase !== 'grace';
}

/** "as of 2 hours ago" for an old fact, otherwise empty. `asOf`: epoch ms; 0: nothing is known. */
export function ageWords({ asOf }: Pick<VersionFact, 'asOf'>, { now, isOnline }: Moment): string {
  const isOld = asOf > 0 && (ageOf(asOf, now) > OLD_MS || !isOnline);
  return isOld ? t('age.as-of', { age: formatAge(asOf, now) }) : '';
}

/** The sentence for an age of {@link ageWords}; empty for none. */
export function ageSentence(age: string): string {
  return age && compose('age.sentence', { age });
}

/** What went wrong with a version, in a few words. */
export function errorLabel({ state, problem }: VersionFact): string {
  if (problem?.kind === 'unsettled' || problem?.kind === 'duplicated') return t(`mark.${problem.kind}`);
  return t(isInVault(state) ? 'mark.not-removed' : 'mark.error');
}
