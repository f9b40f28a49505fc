import { MOST_LISTED, NEWEST_FIRST } from '@/entrypoints/background/api/vault-api';
import { createGathering } from '@/entrypoints/background/timing/gather';
import type { VaultParts } from '@/entrypoints/background/vault/ports';
import type { Problem } from '@/utils/problem';
import type { ListedVersion } from './record-checks';

/**
 * Looks for what no check can see: a second row (site-facts.md F.3). All that ask within a moment share the first page of the list.
 * `record` hears what it shows, asked for at `askedAt` (`elapsed()`), and callers the problem if it could not be read.
 */
export function createRowLook(
  { api, clock }: Pick<VaultParts, 'api' | 'clock'>,
  record: (listed: ListedVersion[], askedAt: number) => void,
): () => Promise<Problem | undefined> {
  return createGathering(clock, async () => {
    const askedAt = clock.elapsed();
    const page = await api.list({ limit: MOST_LISTED, page: 1, sort: NEWEST_FIRST });
    if (!page.ok) return page.problem;
    const { items } = page.value;
    const copiesOf = (versionId: number) => items.filter(item => item.modelVersionId === versionId).length;
    const listed = items.map(item => ({
      versionId: item.modelVersionId,
      item,
      copies: copiesOf(item.modelVersionId),
    }));
    record(listed, askedAt);
    return undefined;
  });
}
