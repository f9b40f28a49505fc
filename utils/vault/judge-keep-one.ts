import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { formatKb } from '@/utils/sentences/format';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { describeBriefly } from '@/utils/sentences/sentences';
import type { Twice } from './twice';
import type { VersionAvailability } from './version-availability';

/** Whether all rows of a version can be removed and one added without the risk of losing it; `why` is shown to the user. */
export type KeepOneVerdict = { kind: 'safe' } | { kind: 'unsafe'; why: string } | { kind: 'unknown'; why: string };

const unsafe = (why: string): KeepOneVerdict => ({ kind: 'unsafe', why });
const unknown = (why: string): KeepOneVerdict => ({ kind: 'unknown', why });

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
  if (!account.ok) return unknown(`Your storage isn’t known: ${describeBriefly(account.problem, now)}`);
  const { canWrite, membership, quota, tier, isOwnerFresh } = account.value;
  if (!canWrite) return unsafe('Your API key can look, but not change anything.');
  if (membership !== 'member' || !quota) return unsafe('Nothing can be added without a membership.');
  if (isOwnerFresh !== true || tier === undefined)
    return unknown('Civitai didn’t say whether your membership is active.');
  if (tier === 'free') return unsafe('Your membership has ended, so nothing can be added.');
  if (!availability.ok) {
    return unknown(`Whether Civitai still offers it isn’t known: ${describeBriefly(availability.problem, now)}`);
  }
  const { availability: given, sizeKb } = availability.value;
  if (given !== 'everyone') return unsafe(describeAvailability(given));
  // Without its size there is no telling whether it fits.
  if (sizeKb === undefined) return unknown('Civitai didn’t say how large it is now.');
  const neededKb = Math.max(sizeKb, twice.neededKb);
  const freeKb = quota.totalKb - quota.usedKb + twice.leastKb;
  if (neededKb <= freeKb) return { kind: 'safe' };
  return unsafe(`Adding it needs ${formatKb(neededKb)}, and only ${formatKb(Math.max(0, freeKb))} may be free then.`);
}
