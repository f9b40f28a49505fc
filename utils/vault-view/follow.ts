import { isInVault, stateOfStatus, statusOf, type VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** The vault on a page: its items, and the facts of versions that have an activity or a problem. */
type VaultOnPage = { items: readonly MirroredItem[]; facts: ReadonlyMap<number, VersionFact> };

/** True if the page has more to show of the version than its item. */
function isNotable({ activity, problem, owed }: VersionFact): boolean {
  return (activity ?? problem ?? owed) !== undefined;
}

/**
 * The vault after announced facts: versions that are out are gone, the others get their new status. `isStale`: the mirror has items that
 * the facts can't describe, so it must be read again.
 */
export function applyFacts(
  { items, facts }: VaultOnPage,
  news: readonly VersionFact[],
): VaultOnPage & { isStale: boolean } {
  if (news.length === 0) return { items, facts, isStale: false };
  const factsById = new Map<number, VersionFact>(news.map(fact => [fact.versionId, fact]));
  const shown = new Set<number>();
  let isStale = false;
  let hasChanged = false;
  const next = items.flatMap(item => {
    const fact = factsById.get(item.modelVersionId);
    if (!fact) return [item];
    shown.add(item.modelVersionId);
    if (fact.state === 'out') {
      hasChanged = true;
      return [];
    }
    // The site has listed the item by now: the mirror has the row in place of this stand-in.
    if (item.id < 0 && fact.itemId !== undefined) isStale = true;
    const status = statusOf(fact.state);
    if (status === undefined || stateOfStatus(item.status) === fact.state) return [item];
    // With another status come sizes and a cover, which no fact has.
    isStale = true;
    hasChanged = true;
    return [{ ...item, status }];
  });
  for (const fact of news) if (isInVault(fact.state) && !shown.has(fact.versionId)) isStale = true;
  return { items: hasChanged ? next : items, facts: addFacts(facts, news), isStale };
}

function addFacts(facts: ReadonlyMap<number, VersionFact>, news: readonly VersionFact[]): Map<number, VersionFact> {
  const next = new Map(facts);
  for (const fact of news) {
    if (isNotable(fact)) next.set(fact.versionId, fact);
    else next.delete(fact.versionId);
  }
  return next;
}
