import type { Share } from '@/components/storage/share-list';
import { typeLabel } from '@/utils/sentences/type-labels';
import { t } from '@/utils/texts/texts';
import type { VaultSummary } from '@/utils/vault/vault-summary';

/** This many types get a colour of their own; all others share one. */
const TYPES = 3;

/** The size of the largest types, and of all others together. */
export function sharesOf(types: VaultSummary['types']): Share[] {
  const named = types.filter(({ kb }) => kb > 0).map(({ type, kb }) => ({ name: typeLabel(type), kb }));
  if (named.length <= TYPES + 1) return named;
  const rest = named.slice(TYPES).reduce((sum, { kb }) => sum + kb, 0);
  return [...named.slice(0, TYPES), { name: t('storage.other-types'), kb: rest }];
}
