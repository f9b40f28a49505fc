import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { describePutBackObstacle } from '@/utils/sentences/put-back-sentences';
import { canBeAddedAgain, isNotKnown } from './can-be-put-back';
import type { Twice } from './twice';
import type { VersionAvailability } from './version-availability';

/** Whether all rows of a version can be removed and one added without the risk of losing it; `why` is shown to the user. */
export type KeepOneVerdict = { kind: 'safe' } | { kind: 'unsafe'; why: string } | { kind: 'unknown'; why: string };

/**
 * Safe only where everything holds that the addition will need. `account` and `availability` have to be answers of this moment, which no
 * cache has given. `now` is epoch ms.
 */
export function judgeKeepOne(
  twice: Twice,
  account: Result<Snapshot>,
  availability: Result<VersionAvailability>,
  now: number,
): KeepOneVerdict {
  const verdict = canBeAddedAgain(twice, account, availability);
  if (verdict.can) return { kind: 'safe' };
  const why = describePutBackObstacle(verdict.why, now);
  return { kind: isNotKnown(verdict.why) ? 'unknown' : 'unsafe', why };
}
