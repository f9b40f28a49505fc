import { MOST_LISTED, NEWEST_FIRST } from '@/entrypoints/background/api/vault-api';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { createGathering } from '@/entrypoints/background/timing/gather';
import type { VaultParts } from '@/entrypoints/background/vault/ports';
import type { Problem } from '@/utils/problem';
import type { ListedVersion } from './record-checks';

/**
 * Looks for what no check can see: a second row (site-facts.md F.3). All that ask within a moment share the first page of the list.
 * `record` hears what it shows, asked for at `askedAt` (`elapsed()`), and callers the problem if it could not be read.
 */
export function createRowLook(
  { api, clock }: { api: Pick<VaultParts['api'], 'list'>; clock: Pick<Clock, 'elapsed' | 'sleep'> },
  record: (listed: ListedVersion[], askedAt: number) => void,
): () => Promise<Problem | undefined> {
  return createGathering(clock, async () => {
    const askedAt = clock.elapsed();
    const page = await api.list({ limit: MOST_LISTED, page: 1, sort: NEWEST_FIRST });
    if (!page.ok) return page.problem;
    const { items, totalPages } = page.value;
    const listed = items.map(item => {
      const versionId = item.modelVersionId;
      const copies = items.filter(each => each.modelVersionId === versionId).length;
      // The second row may stand on another page.
      return { versionId, item, ...((copies > 1 || totalPages <= 1) && { copies }) };
    });
    record(listed, askedAt);
    return undefined;
  });
}
