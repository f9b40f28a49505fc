import type { AvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import type { Budget } from '@/entrypoints/background/timing/budget';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { storedSnapshot } from '@/utils/account/snapshot';
import type { VersionId } from '@/utils/civitai/ids';
import type { RemovalForeseen } from '@/utils/messages/own-ground';
import { ok } from '@/utils/problem';
import { type AccountNow, canBePutBack, type StoredVersion } from '@/utils/vault/can-be-put-back';
import type { VaultItem } from '@/utils/vault/vault-item';
import { isJustAdded, JUST_ADDED, storedOf } from './look-up-put-back';

/** What it is foreseen from: no request with the key. */
export type ForeseeParts = {
  availability: Pick<AvailabilityLookUp, 'versionAvailability'>;
  engine: Pick<VaultEngine, 'cachedFacts'>;
  countCopies(versionId: VersionId): Promise<number | undefined>;
  itemsOf(versionIds: readonly VersionId[]): Promise<VaultItem[]>;
  now: () => number;
};

// Of what this browser doesn't know, the best is assumed: the worker looks when the removal comes.
const NOTHING_AGAINST: StoredVersion = { hasNotes: false, copies: 1, neededKb: 0, leastKb: Number.POSITIVE_INFINITY };
const ANY_MEMBER: AccountNow = {
  canWrite: true,
  membership: 'member',
  tier: '',
  isOwnerFresh: true,
  quota: { usedKb: 0, totalKb: Number.POSITIVE_INFINITY, updatedAt: '' },
};

/**
 * Foresees whether a confirmation in the page can be enough, so that the user isn't asked twice. It decides nothing: what is asked about
 * in the page is looked up when its confirmation comes.
 */
export async function foreseeRemoval(
  parts: ForeseeParts,
  budget: Pick<Budget, 'isFree'>,
  { session, versionId }: { session: string; versionId: VersionId },
): Promise<RemovalForeseen> {
  const [isFree, stored, account, availability] = await Promise.all([
    budget.isFree(),
    readStored(parts, versionId),
    readAccount(session),
    parts.availability.versionAvailability(versionId),
  ]);
  if (!isFree) return { elsewhere: 'many' };
  return canBePutBack(ok(stored), ok(account), availability).can ? {} : { elsewhere: 'risk' };
}

async function readStored({ engine, countCopies, itemsOf, now }: ForeseeParts, versionId: VersionId) {
  const [[fact], [item], copies] = await Promise.all([
    engine.cachedFacts([versionId]),
    itemsOf([versionId]),
    countCopies(versionId),
  ]);
  if (fact && isJustAdded(fact, now())) return JUST_ADDED;
  return item ? storedOf(item, copies) : NOTHING_AGAINST;
}

async function readAccount(session: string): Promise<AccountNow> {
  const snapshot = await storedSnapshot.getValue();
  return snapshot?.session === session && snapshot.quota ? snapshot : ANY_MEMBER;
}
