import { formatAlternatives } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import { countOfType, typeLabel } from './type-labels';

/** Larger numbers are written as "more than 99". */
const MOST = 99;
/** A sentence names this many kinds at most. */
const KINDS = 3;

/**
 * How many more versions fit into `freeKb` (KB of 1,024 bytes), by the average size of each type in this vault. `undefined` for a vault
 * without sizes.
 */
export function describeFit(freeKb: number, types: VaultSummary['types']): string | undefined {
  const kinds = types.filter(({ type, count, kb }) => type !== '' && count > 0 && kb > 0).slice(0, KINDS);
  if (kinds.length === 0) return undefined;
  const fitting = kinds
    .map(({ type, count, kb }) => ({ type, count: Math.floor(freeKb / (kb / count)) }))
    .filter(({ count }) => count > 0);
  if (fitting.length === 0) return t('fit.less');
  const versions = fitting.map(({ type, count }) =>
    count > MOST ? t('fit.more-than', { count: MOST, type: typeLabel(type) }) : countOfType(type, count),
  );
  return t('fit.some', { versions: formatAlternatives(versions) });
}
