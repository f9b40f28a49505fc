import { formatKb } from '@/utils/texts/format';
import { t, tn } from '@/utils/texts/texts';
import type { PutBackObstacle } from '@/utils/vault/can-be-put-back';
import { describeBriefly } from './describe-problem';
import { describeAvailability } from './obstacle-sentences';

/** Why it is not certain that a version could be added again, for the user. `now` is epoch ms. */
export function describePutBackObstacle(why: PutBackObstacle, now: number): string {
  switch (why.kind) {
    case 'read-only-key':
      return t('problem.read-only-key.what');
    case 'needs-key':
      return t('problem.needs-key.what');
    case 'no-membership':
      return t('re-add.no-membership');
    case 'membership-not-known':
      return t('twice.membership-not-known');
    case 'account-not-known':
      return t('twice.account-not-known', { reason: describeBriefly(why.problem, now) });
    case 'not-offered':
      return t('re-add.not-offered', { reason: describeAvailability(why.availability) });
    case 'availability-not-known':
      return t('re-add.not-known', { reason: describeBriefly(why.problem, now) });
    case 'size-not-known':
      return t('twice.size-not-known');
    case 'too-large':
      return t('re-add.too-large', { size: formatKb(why.neededKb), free: formatKb(why.freeKb) });
    default:
      return describeWhatIsLost(why, now);
  }
}

function describeWhatIsLost(
  why: Extract<PutBackObstacle, { kind: 'notes' | 'copies' | 'copies-not-known' | 'item-not-known' }>,
  now: number,
): string {
  switch (why.kind) {
    case 'notes':
      return t('put-back.notes');
    case 'copies':
      return tn('removal.copies', why.copies);
    case 'copies-not-known':
      return t('put-back.copies-not-known');
    case 'item-not-known':
      return t('put-back.item-not-known', { reason: describeBriefly(why.problem, now) });
  }
}
