import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { formatKb } from '@/utils/texts/format';
import { t, tn } from '@/utils/texts/texts';
import type { VersionFact } from '@/utils/vault/membership';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { isLost, MAX_FAILURES } from '@/utils/vault/vault-summary';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** Whether a version can be removed and added again without the risk of losing it; `why` is shown to the user. */
export type Verdict = { kind: 'safe' } | { kind: 'unsafe'; why: string } | { kind: 'unknown'; why: string };

const unsafe = (why: string): Verdict => ({ kind: 'unsafe', why });

/**
 * Safe only where all of it is certain: the site still offers the version to all users, and it fits once the old one is gone. `now` is
 * epoch ms.
 */
export function judgeReAdd(
  item: MirroredItem,
  fact: VersionFact | undefined,
  answer: Result<VersionAvailability>,
  { canWrite, membership, quota }: Snapshot,
  now: number,
): Verdict {
  if (!canWrite) return unsafe(t('problem.read-only-key.what'));
  if (membership !== 'member' || !quota) return unsafe(t('re-add.no-membership'));
  if (fact?.problem?.kind === 'duplicated') return unsafe(t('failed.duplicated'));
  if (!answer.ok) {
    return {
      kind: 'unknown',
      why: t('re-add.not-known', { reason: describeBriefly(answer.problem, now) }),
    };
  }
  const { availability, sizeKb } = answer.value;
  if (availability !== 'everyone')
    return unsafe(t('re-add.not-offered', { reason: describeAvailability(availability) }));
  const freeKb = quota.totalKb - quota.usedKb + sizeOfItemKb(item);
  const neededKb = Math.max(sizeKb ?? 0, item.modelSizeKb);
  if (neededKb <= freeKb) return { kind: 'safe' };
  return unsafe(t('re-add.too-large', { size: formatKb(neededKb), free: formatKb(Math.max(0, freeKb)) }));
}

/** The past and the future of a failed item (site-facts.md F.6). */
export function describeFailure(item: Pick<MirroredItem, 'status' | 'failures'>): string {
  if (isLost(item)) return t('failed.lost');
  if (item.failures === 0) return t('failed.untried');
  return tn('failed.tried', item.failures, { most: MAX_FAILURES + 1 });
}
