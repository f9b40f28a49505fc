import type { Obstacle } from '@/utils/problem';
import { t } from '@/utils/texts/texts';
import type { Availability } from '@/utils/vault/version-availability';
import { joinSentences, type Sentences } from './sentences';

/** Why a version couldn't be added (site-facts.md F.4). */
export function describeAddObstacle(obstacle: Obstacle): Sentences {
  return {
    what: t(`obstacle.${obstacle}.what`),
    meaning: t(`obstacle.${obstacle}.meaning`),
    next: t(`obstacle.${obstacle}.next`),
  };
}

/** Why a version couldn't be removed through the API; the site's own vault page still can (site-facts.md F.4, F.12). */
export function describeRemovalObstacle(obstacle: Obstacle): Sentences {
  return {
    what: t(`obstacle.${obstacle}.what`),
    meaning: obstacle === 'not-known' ? t('obstacle.removal.not-known.meaning') : t('obstacle.removal.meaning'),
    next: t('obstacle.removal.next'),
  };
}

/** One sentence on a version's availability; `undefined` (the look-up failed) reads as not known. */
export function describeAvailability(availability: Availability = 'not-known'): string {
  if (availability === 'everyone' || availability === 'archived' || availability === 'not-known') {
    return t(`availability.${availability}`);
  }
  return t(`obstacle.${availability}.what`);
}

/**
 * The risk of a removal. `canReturn` only for a version that the site offers to all users: otherwise, also while that isn't known, the
 * vault's copy may be the last one.
 */
export function describeRemovalRisk(availability: Availability | undefined): { canReturn: boolean; risk: string } {
  const canReturn = availability === 'everyone';
  const risk = t(canReturn ? 'risk.returns' : 'risk.last-copy');
  return { canReturn, risk: joinSentences(describeAvailability(availability), risk) };
}
