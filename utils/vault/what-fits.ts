import { formatCount } from '@/utils/sentences/format';
import { typeWords } from '@/utils/sentences/type-words';
import type { VaultSummary } from './vault-summary';

/** More than this many of a kind is as good as plenty. */
const PLENTY = 99;
/** As many kinds as a sentence can bear. */
const KINDS = 3;

/**
 * What would still fit, measured by what this vault holds: "about 12 LoRAs or 1 checkpoint of the size you keep". `undefined` where the
 * vault holds nothing to measure by. KB of 1,024 bytes.
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
