import type { Snapshot } from '@/utils/account/account';
import type { FreeSpace } from '@/utils/messages/protocol';
import { fail, ok, type Result } from '@/utils/problem';

/** The room that is left, from fresh figures. Overdrawn counts as none; an account without a vault has no room to speak of. */
export async function readFreeSpace(refresh: () => Promise<Result<Snapshot>>): Promise<Result<FreeSpace>> {
  const snapshot = await refresh();
  if (!snapshot.ok) return snapshot;
  const { quota, asOf, membership } = snapshot.value;
  if (!quota) return fail({ kind: membership === 'lapsed' ? 'lapsed' : 'no-vault' });
  return ok({ freeKb: Math.max(0, quota.totalKb - quota.usedKb), asOf });
}
