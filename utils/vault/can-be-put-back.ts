import type { Snapshot } from '@/utils/account/account';
import type { Problem, Result } from '@/utils/problem';
import type { Availability, VersionAvailability } from './version-availability';

/** Why it is not certain that a version could be added again once it is removed. Sizes are KB. */
export type PutBackObstacle =
  | { kind: 'read-only-key' | 'needs-key' }
  | { kind: 'no-membership' }
  | { kind: 'membership-not-known' }
  | { kind: 'account-not-known'; problem: Problem }
  | { kind: 'not-offered'; availability: Exclude<Availability, 'everyone'> }
  | { kind: 'availability-not-known'; problem: Problem }
  | { kind: 'size-not-known' }
  | { kind: 'too-large'; neededKb: number; freeKb: number }
  | { kind: 'notes' }
  | { kind: 'copies'; copies: number }
  | { kind: 'copies-not-known' }
  | { kind: 'item-not-known'; problem: Problem };

/** The verdict; anything that is not known means no. */
export type PutBack = { can: true } | { can: false; why: PutBackObstacle };

/** The figures that the verdict needs: answers of this moment. */
export type AccountNow = Pick<Snapshot, 'canWrite' | 'isLogin' | 'membership' | 'quota' | 'tier' | 'isOwnerFresh'>;

/** What an addition may need and what a removal frees, KB; at the worst of what is known. */
export type SizesKb = { neededKb: number; leastKb: number };

/** What the vault holds of a version. */
export type StoredVersion = SizesKb & {
  hasNotes: boolean;
  /** How many rows; `undefined`: not known. */
  copies: number | undefined;
};

/**
 * Whether a version can be removed without the risk of losing anything: all that the addition needs holds, there are no notes, and
 * there is one row. Every argument has to be an answer of this moment, which no cache of ours has given.
 */
export function canBePutBack(
  stored: Result<StoredVersion>,
  account: Result<AccountNow>,
  availability: Result<VersionAvailability>,
): PutBack {
  if (!stored.ok) return no({ kind: 'item-not-known', problem: stored.problem });
  const { hasNotes, copies } = stored.value;
  if (hasNotes) return no({ kind: 'notes' });
  if (copies === undefined) return no({ kind: 'copies-not-known' });
  if (copies !== 1) return no({ kind: 'copies', copies });
  return canBeAddedAgain(stored.value, account, availability);
}

/** The part of {@link canBePutBack} that doesn't ask what would be lost: whether the version could be added once it is removed. */
export function canBeAddedAgain(
  sizes: SizesKb,
  account: Result<AccountNow>,
  availability: Result<VersionAvailability>,
): PutBack {
  const vault = freeKbOf(account);
  if (typeof vault !== 'number') return no(vault);
  if (!availability.ok) return no({ kind: 'availability-not-known', problem: availability.problem });
  const { availability: given, sizeKb } = availability.value;
  if (given !== 'everyone') return no({ kind: 'not-offered', availability: given });
  // Without its size there is no telling whether it fits.
  if (sizeKb === undefined) return no({ kind: 'size-not-known' });
  const neededKb = Math.max(sizeKb, sizes.neededKb);
  const freeKb = vault + sizes.leastKb;
  return neededKb <= freeKb ? { can: true } : no({ kind: 'too-large', neededKb, freeKb: Math.max(0, freeKb) });
}

/** True where more could be known in a moment; false where the version is known to be lost for some. */
export function isNotKnown({ kind }: PutBackObstacle): boolean {
  return kind.endsWith('-not-known');
}

function no(why: PutBackObstacle): PutBack {
  return { can: false, why };
}

/** The free space of a vault that something can be added to; otherwise why nothing can. */
function freeKbOf(account: Result<AccountNow>): number | PutBackObstacle {
  if (!account.ok) return { kind: 'account-not-known', problem: account.problem };
  const { canWrite, isLogin, membership, quota, tier, isOwnerFresh } = account.value;
  if (!canWrite) return { kind: isLogin ? 'needs-key' : 'read-only-key' };
  if (membership !== 'member' || !quota) return { kind: 'no-membership' };
  if (isOwnerFresh !== true || tier === undefined) return { kind: 'membership-not-known' };
  if (tier === 'free') return { kind: 'no-membership' };
  return quota.totalKb - quota.usedKb;
}
