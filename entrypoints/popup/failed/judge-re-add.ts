import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { formatKb } from '@/utils/sentences/format';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { describeBriefly } from '@/utils/sentences/sentences';
import type { VersionFact } from '@/utils/vault/membership';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { isLost, MAX_FAILURES } from '@/utils/vault/vault-summary';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** Whether a version can be removed and added again without the risk of losing it; `why` is shown to the user. */
export type Verdict = { kind: 'safe' } | { kind: 'unsafe'; why: string } | { kind: 'unknown'; why: string };

const unsafe = (why: string): Verdict => ({ kind: 'unsafe', why });
const LOSS = 'Once removed it could not be added again.';

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
  if (!canWrite) return unsafe('Your API key can look, but not change anything.');
  if (membership !== 'member' || !quota) return unsafe(`Nothing can be added without a membership. ${LOSS}`);
  if (fact?.problem?.kind === 'duplicated')
    return unsafe('Your vault holds it more than once, and every copy would go.');
  if (!answer.ok) {
    return {
      kind: 'unknown',
      why: `Whether Civitai still offers it isn’t known: ${describeBriefly(answer.problem, now)}`,
    };
  }
  const { availability, sizeKb } = answer.value;
  if (availability !== 'everyone') return unsafe(`${describeAvailability(availability)} ${LOSS}`);
  const freeKb = quota.totalKb - quota.usedKb + sizeOfItemKb(item);
  const neededKb = Math.max(sizeKb ?? 0, item.modelSizeKb);
  if (neededKb <= freeKb) return { kind: 'safe' };
  return unsafe(`It needs ${formatKb(neededKb)}, and ${formatKb(Math.max(0, freeKb))} would be free. ${LOSS}`);
}

/** The past and the future of a failed item (site-facts.md F.6). */
export function describeFailure(item: Pick<MirroredItem, 'status' | 'failures'>): string {
  if (isLost(item)) return 'Civitai has given up. Its details and pictures will stay missing.';
  if (item.failures === 0) return 'Civitai will try again by itself.';
  const tries = item.failures === 1 ? 'once' : `${item.failures} times`;
  return `Civitai has tried ${tries} and will try again by itself, up to ${MAX_FAILURES + 1} times.`;
}
