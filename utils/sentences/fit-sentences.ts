import type { VaultSummary } from '@/utils/vault/vault-summary';
import { formatCount } from './format';
import { typeWords } from './type-words';

/** Larger numbers are written as "more than 99". */
const PLENTY = 99;
/** A sentence names this many kinds at most. */
const KINDS = 3;

/**
 * How many more versions fit into `freeKb` (KB of 1,024 bytes), by the average size of each type in this vault. `undefined` for a vault
 * without sizes.
 */
export function describeFit(freeKb: number, types: VaultSummary['types']): string | undefined {
  const kinds = types.filter(({ type, count, kb }) => type !== '' && count > 0 && kb > 0).slice(0, KINDS);
  const fitting = kinds.map(({ type, count, kb }) => ({ type, count: Math.floor(freeKb / (kb / count)) }));
  const some = fitting.filter(({ count }) => count > 0);
  if (kinds.length === 0) return undefined;
  if (some.length === 0) return 'That is less than an average version of what you keep.';
  const words = some.map(({ type, count }) => {
    const amount = count > PLENTY ? `more than ${PLENTY}` : formatCount(count);
    return `${amount} ${typeWords(type, count)}`;
  });
  const last = words.pop();
  return `By the size of what you keep, that is about ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}.`;
}
