import type { Account } from '@/entrypoints/background/account/account';
import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { AvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok, type Result } from '@/utils/problem';
import { canBePutBack, type PutBack, type StoredVersion } from '@/utils/vault/can-be-put-back';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** What the look-up asks. */
export type PutBackParts = {
  account: Pick<Account, 'refresh'>;
  availability: Pick<AvailabilityLookUp, 'freshAvailability'>;
  apiOf(session: string): Pick<VaultApi, 'check'>;
  /** How many rows of the version the whole vault holds; `undefined`: not all of it is known. */
  countCopies(versionId: VersionId): Promise<number | undefined>;
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
  { apiOf, countCopies }: PutBackParts,
  session: string,
  versionId: VersionId,
): Promise<Result<StoredVersion>> {
  const [checked, copies] = await Promise.all([apiOf(session).check([versionId]), countCopies(versionId)]);
  if (!checked.ok) return fail(checked.problem);
  const item = checked.value.get(versionId);
  // A copy of the site's database that lags may not have it yet.
  return item ? ok(storedOf(item, copies)) : UNEXPECTED;
}

function storedOf(item: VaultItem, copies: number | undefined): StoredVersion {
  return {
    hasNotes: Boolean(item.notes),
    copies,
    // The user may prefer any of its files (site-facts.md F.4).
    neededKb: Math.max(item.modelSizeKb, ...item.files.map(file => file.sizeKb)),
    leastKb: sizeOfItemKb(item),
  };
}

const UNEXPECTED = fail({ kind: 'unexpected' });
