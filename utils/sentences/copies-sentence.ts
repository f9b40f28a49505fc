import { formatKb } from '@/utils/texts/format';
import { t, tn } from '@/utils/texts/texts';

/** "Twice in your vault: 9.1 GB instead of 4.6 GB." Sizes are KB; `oneKb`: a single copy. */
export function describeCopies(copies: number, totalKb: number, oneKb: number): string {
  const sizes = { total: formatKb(totalKb), one: formatKb(oneKb) };
  return copies === 2 ? t('twice.cost-of-two', sizes) : tn('twice.cost', copies, { ...sizes });
}
