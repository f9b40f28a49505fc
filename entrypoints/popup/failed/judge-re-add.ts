import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { formatKb } from '@/utils/sentences/format';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { describeBriefly } from '@/utils/sentences/sentences';
import type { VersionFact } from '@/utils/vault/membership';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { isLost, MAX_FAILURES } from '@/utils/vault/vault-summary';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** Whether a version can be removed and added again without the danger of losing it; `why` is for people. */
export type Verdict = { kind: 'safe' } | { kind: 'unsafe'; why: string } | { kind: 'unknown'; why: string };

const unsafe = (why: string): Verdict => ({ kind: 'unsafe', why });
const LOSS = 'Once removed it could not be added again.';

/**
 * Safe only where every doubt is answered: the site still gives the version to everybody, and there is room for it once the old one is
 * gone. `now` is epoch ms.
 */
export function judgeReAdd(
  item: MirroredItem,
  fact: VersionFact | undefined,
  offer: Result<VersionAvailability>,
  { canWrite, membership, quota }: Snapshot,
  now: number,
): Verdict {
  if (!canWrite) return unsafe('Your API key can look, but not change anything.');
  if (membership !== 'member' || !quota) return unsafe(`Nothing can be added without a membership. ${LOSS}`);
  if (fact?.problem?.kind === 'duplicated')
    return unsafe('Your vault holds it more than once, and every copy would go.');
  if (!offer.ok) {
    return {
      kind: 'unknown',
      why: `Whether Civitai still offers it isn’t known: ${describeBriefly(offer.problem, now)}`,
    };
  }
  const { availability, sizeKb } = offer.value;
  if (availability !== 'everyone') return unsafe(`${describeAvailability(availability)} ${LOSS}`);
  const freeKb = quota.totalKb - quota.usedKb + sizeOfItemKb(item);
  const neededKb = Math.max(sizeKb ?? 0, item.modelSizeKb);
  if (neededKb <= freeKb) return { kind: 'safe' };
  return unsafe(`It needs ${formatKb(neededKb)}, and ${formatKb(Math.max(0, freeKb))} would be free. ${LOSS}`);
}

/** What has become of a failed item, and what will (site-facts.md F.6). */
export function describeFailure(item: Pick<MirroredItem, 'status' | 'failures'>): string {
  if (isLost(item)) return 'Civitai has given up. Its details and pictures will stay missing.';
  if (item.failures === 0) return 'Civitai will try again by itself.';
  const tries = item.failures === 1 ? 'once' : `${item.failures} times`;
  return `Civitai has tried ${tries} and will try again by itself, up to ${MAX_FAILURES + 1} times.`;
}
