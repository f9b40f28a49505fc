import type { Account } from '@/entrypoints/background/account/account';
import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { AvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { isOlderThan } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok, type Result } from '@/utils/problem';
import { canBePutBack, type PutBack, type StoredVersion } from '@/utils/vault/can-be-put-back';
import type { VersionFact } from '@/utils/vault/membership';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/**
 * What this browser knows of a version it has just added counts for this long without a new look. A page can keep checks from counting by
 * claiming toggles of the site's.
 */
export const JUST_KNOWN_MS = 120_000;

/** What the look-up asks. */
export type PutBackParts = {
  account: Pick<Account, 'refresh'>;
  availability: Pick<AvailabilityLookUp, 'freshAvailability'>;
  apiOf(session: string): Pick<VaultApi, 'check'>;
  engine: Pick<VaultEngine, 'cachedFacts' | 'untilCooledDown'>;
  /** How many rows of the version the whole vault holds; `undefined`: not all of it is known. */
  countCopies(versionId: VersionId): Promise<number | undefined>;
  /** Epoch ms. */
  now: () => number;
};

/** Looks up now whether a version of that sign-in's vault could be put back; what fails is not known, and that means no. Never rejects. */
export async function lookUpPutBack(parts: PutBackParts, session: string, versionId: VersionId): Promise<PutBack> {
  const [stored, account, availability] = await Promise.all([
    readStored(parts, session, versionId).catch(() => UNEXPECTED),
    parts.account.refresh().catch(() => UNEXPECTED),
    parts.availability.freshAvailability(versionId).catch((): Result<VersionAvailability> => UNEXPECTED),
  ]);
  return canBePutBack(stored, account, availability);
}

async function readStored(
  { apiOf, engine, countCopies, now }: PutBackParts,
  session: string,
  versionId: VersionId,
): Promise<Result<StoredVersion>> {
  const [fact] = await engine.cachedFacts([versionId]);
  if (fact && isJustAdded(fact, now())) return ok(JUST_ADDED);
  // The site's own button may have toggled it a moment ago: a copy of the site's database that lags would show what was before.
  await engine.untilCooledDown(versionId);
  const [checked, copies] = await Promise.all([apiOf(session).check([versionId]), countCopies(versionId)]);
  if (!checked.ok) return fail(checked.problem);
  const item = checked.value.get(versionId);
  return item ? ok(storedOf(item, copies)) : UNEXPECTED;
}

/** True for a version that our own toggle has added, and of which no check has shown the item yet: it has neither notes nor a double. */
export function isJustAdded({ state, itemId, asOf }: VersionFact, now: number): boolean {
  return state === 'pending' && itemId === undefined && !isOlderThan(JUST_KNOWN_MS, asOf, now);
}

/** `copies`: what the mirror counts; what it doesn't have yet was added since. */
export function storedOf(item: VaultItem, copies: number | undefined): StoredVersion {
  return {
    hasNotes: Boolean(item.notes),
    copies: copies === undefined ? undefined : Math.max(1, copies),
    // The user may prefer any of its files (site-facts.md F.4).
    neededKb: Math.max(item.modelSizeKb, ...item.files.map(file => file.sizeKb)),
    leastKb: sizeOfItemKb(item),
  };
}

/** No check has shown its sizes yet, but it has just fitted. */
export const JUST_ADDED: StoredVersion = { hasNotes: false, copies: 1, neededKb: 0, leastKb: 0 };

const UNEXPECTED = fail({ kind: 'unexpected' });
