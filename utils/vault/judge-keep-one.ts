import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
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
  const vault = judgeAccount(account, now);
  if ('kind' in vault) return vault;
  if (!availability.ok) return unknown(t('re-add.not-known', { reason: describeBriefly(availability.problem, now) }));
  const { availability: given, sizeKb } = availability.value;
  if (given !== 'everyone') return unsafe(t('re-add.not-offered', { reason: describeAvailability(given) }));
  // Without its size there is no telling whether it fits.
  if (sizeKb === undefined) return unknown(t('twice.size-not-known'));
  const neededKb = Math.max(sizeKb, twice.neededKb);
  const freeKb = vault.freeKb + twice.leastKb;
  if (neededKb <= freeKb) return { kind: 'safe' };
  return unsafe(t('re-add.too-large', { size: formatKb(neededKb), free: formatKb(Math.max(0, freeKb)) }));
}

/** The free space of a vault that something can be added to; otherwise why nothing can. */
function judgeAccount(account: Result<Snapshot>, now: number): { freeKb: number } | KeepOneVerdict {
  if (!account.ok) return unknown(t('twice.account-not-known', { reason: describeBriefly(account.problem, now) }));
  const { canWrite, membership, quota, tier, isOwnerFresh } = account.value;
  if (!canWrite) return unsafe(t('problem.read-only-key.what'));
  if (membership !== 'member' || !quota) return unsafe(t('re-add.no-membership'));
  if (isOwnerFresh !== true || tier === undefined) return unknown(t('twice.membership-not-known'));
  if (tier === 'free') return unsafe(t('re-add.no-membership'));
  return { freeKb: quota.totalKb - quota.usedKb };
}
