import type { Obstacle } from '@/utils/problem';
import type { Availability } from '@/utils/vault/version-availability';
import type { Sentences } from './problem-sentences';

/** Why the site refuses a version, for adding and removing alike. */
const REASONS: { readonly [Name in Obstacle]: string } = {
  'early-access': 'This version is in early access.',
  'generation-only': 'This version can only be used on Civitai itself.',
  unpublished: 'This version isn’t published right now.',
  gone: 'Civitai no longer has this version.',
  private: 'This version is private.',
  'no-files': 'This version has no files.',
  'not-known': 'Civitai refused and didn’t say why.',
};

const ADDING: { readonly [Name in Obstacle]: { meaning: string; next: string } } = {
  'early-access': {
    meaning: 'It can’t be added until you have access to it.',
    next: 'Get access on its page, or add it when early access ends.',
  },
  'generation-only': {
    meaning: 'It can’t be downloaded, so a vault can’t keep it.',
    next: 'Another version of this model may be downloadable.',
  },
  unpublished: { meaning: 'It can’t be added.', next: 'Try again when its creator has published it.' },
  gone: { meaning: 'It can’t be added.', next: 'Another version of this model may still be there.' },
  private: { meaning: 'It can’t be added without its creator’s permission.', next: 'Ask its creator for access.' },
  'no-files': { meaning: 'There is nothing to keep yet.', next: 'Try again when its creator has uploaded a file.' },
  'not-known': { meaning: 'This version wasn’t added.', next: 'Try again later, or look on its page for a reason.' },
};

/** Why a version couldn't be added (site-facts.md F.4). */
export function describeAddObstacle(obstacle: Obstacle): Sentences {
  return { what: REASONS[obstacle], ...ADDING[obstacle] };
}

/** Why a version couldn't be removed through the API; the site's own vault page still can (site-facts.md F.4, F.12). */
export function describeRemovalObstacle(obstacle: Obstacle): Sentences {
  return {
    what: REASONS[obstacle],
    meaning:
      obstacle === 'not-known' ? 'This version is still in your vault.' : 'Vaulted can’t remove it: it’s still there.',
    next: 'You can remove it on your vault page on Civitai.',
  };
}

const AVAILABILITIES: { readonly [Name in Availability]: string } = {
  ...REASONS,
  everyone: 'Civitai still offers this version to everybody.',
  archived: 'This model is archived: Civitai no longer offers it for download.',
  'not-known': 'Vaulted couldn’t find out whether Civitai still offers this version.',
};

/** One sentence on a version's availability; `undefined` (the look-up failed) reads as not known. */
export function describeAvailability(availability: Availability | undefined): string {
  return AVAILABILITIES[availability ?? 'not-known'];
}

/**
 * The risk of a removal. `canReturn` only for a version that the site offers to all users: otherwise, also while that isn't known, the
 * vault's copy may be the last one.
 */
export function describeRemovalRisk(availability: Availability | undefined): { canReturn: boolean; risk: string } {
  const statement = describeAvailability(availability);
  return availability === 'everyone'
    ? { canReturn: true, risk: `${statement} You can add it again, but its notes will be lost.` }
    : { canReturn: false, risk: `${statement} This may be the only copy, and you may not be able to put it back.` };
}
