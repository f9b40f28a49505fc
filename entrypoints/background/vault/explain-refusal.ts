import type { ApiFailure, Refusal } from '@/entrypoints/background/api/result';
import type { Vault } from '@/entrypoints/background/api/vault-api';
import { within } from '@/entrypoints/background/timing/within';
import type { VersionId } from '@/utils/civitai/ids';
import type { Obstacle, Problem } from '@/utils/problem';
import type { Target } from '@/utils/vault/membership';
import type { Availability, VersionAvailability } from '@/utils/vault/version-availability';
import { AVAILABILITY_WAIT_MS } from './constants';
import type { EngineApi, VaultParts } from './ports';

type Parts = Pick<VaultParts, 'availability' | 'clock'> & { api: Pick<EngineApi, 'vault'> };

/** Codes with which the handler refuses before it changes anything (site-facts.md F.0.1). */
const REFUSING_CODES: readonly (string | undefined)[] = ['BAD_REQUEST', 'NOT_FOUND', 'UNAUTHORIZED', 'FORBIDDEN'];

/** What the documented flavour says in words. */
const SAYS_QUOTA = /storage (limit|quota)|quota exceeded/i;
const SAYS_MEMBERSHIP = /membership is required|active membership|not a member/i;
const SAYS_UNKNOWN = /not found/i;
const SAYS_MISSING = /not published|no files|no primary file/i;
const SAYS_ACCESS = /permission|not downloadable|not configured/i;
const SAYS_SOMETHING = [SAYS_QUOTA, SAYS_MEMBERSHIP, SAYS_UNKNOWN, SAYS_MISSING, SAYS_ACCESS];

/** The one status with which the handler itself fails (site-facts.md F.0.1); others come from what stands in front of it. */
const HANDLER_STATUS = 500;

/** Statuses after which the request may still have taken effect: time-out, too early, limited. */
const OPEN_STATUSES: readonly number[] = [408, 425, 429];

/** True if the site's own handler answered: what it did is done, and nothing takes effect later. */
export function hasHandlerAnswered({ sent, status, refusal }: ApiFailure): boolean {
  return sent === 'answered' && status === HANDLER_STATUS && refusal?.code !== undefined;
}

/** True for a failure after which the vault is certainly as before. After any other failure only checks can tell. */
export function isRefused({ sent, status = 0, refusal }: ApiFailure): boolean {
  if (sent !== 'answered') return false;
  if (status === HANDLER_STATUS && refusal) return REFUSING_CODES.includes(refusal.code) || isExplained(refusal);
  return status >= 400 && status < 500 && !OPEN_STATUSES.includes(status);
}

function isExplained({ message = '' }: Refusal): boolean {
  return SAYS_SOMETHING.some(words => words.test(message));
}

/**
 * Why the API refused, found by further requests: the answer itself hardly says (site-facts.md F.0.1, F.4). `failure` must be one that
 * {@link isRefused}.
 */
export async function explainRefusal(
  parts: Parts,
  versionId: VersionId,
  target: Target,
  { problem, refusal }: ApiFailure,
): Promise<Problem> {
  // Any other status is a reason by itself.
  if (!refusal || problem.kind !== 'site-error') return problem;
  if (target === 'in' && isAboutTheAccount(refusal)) return explainAccount(parts, versionId, refusal);
  const obstacle = obstacleOf(refusal, await lookUpAvailability(parts, versionId));
  return { kind: target === 'in' ? 'not-available' : 'removal-refused', obstacle };
}

function isAboutTheAccount({ hasCause, message = '' }: Refusal): boolean {
  return hasCause || SAYS_QUOTA.test(message) || SAYS_MEMBERSHIP.test(message);
}

async function explainAccount(parts: Parts, versionId: VersionId, { message = '' }: Refusal): Promise<Problem> {
  const [vault, version] = await Promise.all([readVault(parts), lookUpAvailability(parts, versionId)]);
  if (vault === null) return { kind: 'no-vault' };
  if (vault === undefined) return SAYS_MEMBERSHIP.test(message) ? { kind: 'no-vault' } : overQuota(version);
  if (vault.storageKb <= 0 || SAYS_MEMBERSHIP.test(message)) return { kind: 'lapsed' };
  const freeKb = Math.max(0, vault.storageKb - vault.usedStorageKb);
  // It would fit easily, so it was not the quota. Twice: the user's preferred file may be a larger one.
  const fits = version?.sizeKb !== undefined && freeKb > 2 * version.sizeKb;
  if (!SAYS_QUOTA.test(message) && fits) return { kind: 'lapsed' };
  return { ...overQuota(version), freeKb };
}

function overQuota(version: VersionAvailability | undefined): Problem & { kind: 'over-quota' } {
  return version?.sizeKb === undefined ? { kind: 'over-quota' } : { kind: 'over-quota', sizeKb: version.sizeKb };
}

/**
 * What stands in the way of the version itself. The site's look-ups don't tell gone, private and unpublished apart (site-facts.md G.5),
 * but the refusal does: NOT_FOUND means that the row still exists (F.4).
 */
function obstacleOf({ code, message = '' }: Refusal, version: VersionAvailability | undefined): Obstacle {
  const availability: Availability = version?.availability ?? 'not-known';
  const isMissing = SAYS_MISSING.test(message) || (code === 'NOT_FOUND' && !SAYS_UNKNOWN.test(message));
  if (availability === 'everyone' || availability === 'archived') return isMissing ? 'no-files' : 'not-known';
  if (isMissing && (availability === 'gone' || availability === 'not-known')) return 'unpublished';
  return availability;
}

/** `undefined`: not known in time. A late reason is no help any more. */
async function lookUpAvailability(parts: Parts, versionId: VersionId): Promise<VersionAvailability | undefined> {
  const asked = parts.availability.versionAvailability(versionId);
  const answer = await within(parts.clock, asked, AVAILABILITY_WAIT_MS);
  return answer?.ok ? answer.value : undefined;
}

/** `null`: there is none; `undefined`: not known. */
async function readVault(parts: Parts): Promise<Vault | null | undefined> {
  const vault = await parts.api.vault().catch(() => undefined);
  return vault?.ok ? vault.value : undefined;
}
