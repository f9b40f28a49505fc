import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { describePutBackObstacle } from '@/utils/sentences/put-back-sentences';
import { t, tn } from '@/utils/texts/texts';
import { canBeAddedAgain, isNotKnown } from '@/utils/vault/can-be-put-back';
import type { VersionFact } from '@/utils/vault/membership';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { isLost, MAX_FAILURES } from '@/utils/vault/vault-summary';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** Whether a version can be removed and added again without the risk of losing it; `why` is shown to the user. */
export type Verdict = { kind: 'safe' } | { kind: 'unsafe'; why: string } | { kind: 'unknown'; why: string };

/**
 * Safe only where all of it is certain: the site still offers the version to all users, and it fits once the old one is gone. `account`
 * and `answer` have to be answers of this moment. `now` is epoch ms.
 */
export function judgeReAdd(
  item: MirroredItem,
  fact: VersionFact | undefined,
  answer: Result<VersionAvailability>,
  account: Result<Snapshot>,
  now: number,
): Verdict {
  if (fact?.problem?.kind === 'duplicated') return { kind: 'unsafe', why: t('failed.duplicated') };
  const sizes = { neededKb: item.modelSizeKb, leastKb: sizeOfItemKb(item) };
  const verdict = canBeAddedAgain(sizes, account, answer);
  if (verdict.can) return { kind: 'safe' };
  const why = describePutBackObstacle(verdict.why, now);
  return { kind: isNotKnown(verdict.why) ? 'unknown' : 'unsafe', why };
}

/** The past and the future of a failed item (site-facts.md F.6). */
export function describeFailure(item: Pick<MirroredItem, 'status' | 'failures'>): string {
  if (isLost(item)) return t('failed.lost');
  if (item.failures === 0) return t('failed.untried');
  return tn('failed.tried', item.failures, { most: MAX_FAILURES + 1 });
}
