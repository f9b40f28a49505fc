import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import { judgeFit, type Need } from '@/utils/vault/fit';

/** An addition, as far as it is known what it counts, and what is free in the vault. KB. */
export type AdditionSize = { need?: Need | undefined; sizeKb?: number | undefined; freeKb?: number | undefined };

/** What an addition needs and what is free, where it isn't certain that it fits; otherwise empty. */
export function describeSpace({ need, sizeKb, freeKb }: AdditionSize): string {
  const fit = judgeFit(need, freeKb, sizeKb);
  const mostKb = need?.mostKb ?? sizeKb;
  if (freeKb === undefined || mostKb === undefined || fit === undefined || fit === 'fits') return '';
  const free = formatKb(Math.max(0, freeKb));
  if (need && fit === 'cannot-fit') return t('fit.cannot', { size: formatKb(need.leastKb), free });
  return t('fit.may-not', { size: formatKb(mostKb), free });
}
