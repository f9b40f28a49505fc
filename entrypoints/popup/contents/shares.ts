import type { Share } from '@/components/storage/share-list';
import { typeWords } from '@/utils/sentences/type-words';
import type { VaultSummary } from '@/utils/vault/vault-summary';

/** As many types get a colour of their own; what is left is one. */
const TYPES = 3;

/** What takes how much of the storage: the largest types, and all others together. */
export function sharesOf(types: VaultSummary['types']): Share[] {
  const named = types.filter(({ kb }) => kb > 0).map(({ type, count, kb }) => ({ name: typeWords(type, count), kb }));
  if (named.length <= TYPES + 1) return named;
  const rest = named.slice(TYPES).reduce((sum, { kb }) => sum + kb, 0);
  return [...named.slice(0, TYPES), { name: 'Other', kb: rest }];
}
