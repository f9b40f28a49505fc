import type { ApiResult } from '@/entrypoints/background/api/result';
import type { Vault, VaultPage } from '@/entrypoints/background/api/vault-api';
import type { Membership, Snapshot } from '@/utils/account/account';
import { storedSnapshot } from '@/utils/account/snapshot';
import { isOlderThan } from '@/utils/age';
import type { FreeSpace } from '@/utils/messages/protocol';
import { fail, ok, type Problem, type Result } from '@/utils/problem';

/** A vault with storage is a member's; one without is left over from a membership that ended (site-facts.md F.1). */
export function membershipOf(vault: Vault | null): Membership {
  if (!vault) return 'never';
  return vault.storageKb > 0 ? 'member' : 'lapsed';
}

/** Quota and number of items, as far as they were answered: an old number never stands beside a new quota. */
export function figuresOf(
  vault: Vault | null,
  page: ApiResult<VaultPage>,
): Pick<Snapshot, 'quota' | 'itemCount' | 'countProblem'> {
  return {
    ...(vault && {
      quota: { usedKb: vault.usedStorageKb, totalKb: vault.storageKb, updatedAt: vault.updatedAt },
    }),
    ...(page.ok ? { itemCount: page.value.totalItems } : { countProblem: page.problem }),
  };
}

/** Others may have changed the vault since. */
const KEEP_MS = 2 * 60_000;
/** They cost three requests: what is outdated, or has to be fresh, a page gets no more than six times a minute. */
export const KEEP_FRESH_MS = 10_000;

/** The figures of `session` as they are known, as long as they count; otherwise those that `refresh` asks for. `now`: epoch ms. */
export async function readFigures(
  session: string | undefined,
  refresh: () => Promise<Result<Snapshot>>,
  now: number,
  isFresh?: boolean,
): Promise<Result<Snapshot>> {
  const known = await storedSnapshot.getValue();
  const keepMs = isFresh || known?.usage === 'outdated' ? KEEP_FRESH_MS : KEEP_MS;
  const isKept = known?.quota && known.session === session && !isOlderThan(keepMs, known.asOf, now);
  return isKept ? ok(known) : refresh();
}

/** The free space in these figures. A vault over its limit has none; an account without a vault gets the reason as a problem. */
export function freeSpaceOf(snapshot: Result<Snapshot>, listProblem?: Problem): Result<FreeSpace> {
  if (!snapshot.ok) return snapshot;
  const { quota, asOf, membership, isLogin } = snapshot.value;
  if (isLogin) return fail({ kind: 'needs-key' });
  if (!quota) return fail({ kind: membership === 'lapsed' ? 'lapsed' : 'no-vault' });
  return ok({ freeKb: Math.max(0, quota.totalKb - quota.usedKb), asOf, ...(listProblem && { listProblem }) });
}
