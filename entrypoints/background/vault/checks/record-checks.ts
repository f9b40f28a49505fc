import type { FactRow } from '@/entrypoints/background/storage/rows';
import type { TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import { isNews } from '@/entrypoints/background/vault/version-facts';
import type { VersionId } from '@/utils/civitai/ids';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import type { CheckedState } from './check-batch';

/** A version that a list page showed; `copies`: how often the vault holds it. */
export type ListedVersion = { versionId: VersionId; item: CheckedState['item']; copies?: number };

/** Whether the version is known to be out at the moment of the call. */
export type IsOut = (versionId: VersionId) => boolean;

/**
 * Takes over what a list page says, asked for at `askedAt` (`elapsed()`). `isEveryDouble`: it names every version that the vault holds more
 * than once.
 */
export function recordListed(
  context: TaskContext,
  listed: readonly ListedVersion[],
  askedAt: number,
  isEveryDouble = false,
): IsOut {
  const asked = { askedAt, askedOn: context.parts.clock.now(), isListed: true };
  const copies = new Map(listed.flatMap(({ versionId, copies: count }) => (count ? [[versionId, count]] : [])));
  recordChecks(context, new Map(listed.map(({ versionId, item }) => [versionId, { item, ...asked }])), copies);
  if (isEveryDouble) recordSingles(context, copies);
  return versionId => context.facts.isKnownAs(versionId, 'out');
}

/** Another device has left one row of what this browser knows to be there more than once. */
function recordSingles(
  { parts, session, facts, announce }: TaskContext,
  doubles: ReadonlyMap<VersionId, number>,
): void {
  const singles = facts.duplicates().filter(id => !doubles.has(id));
  if (singles.length === 0) return;
  const rows = singles.flatMap(id => facts.countCopies(id, 1, 0) ?? []);
  void parts.store.save(session.session, { facts: rows }).catch(() => false);
  announce(singles);
}

/** Takes answers over, stores them, and announces what they change. */
export function recordChecks(
  { parts, session, facts, announce }: TaskContext,
  states: ReadonlyMap<VersionId, CheckedState>,
  copies?: ReadonlyMap<VersionId, number>,
): void {
  const changed: VersionId[] = [];
  const rows: FactRow[] = [];
  const items: VaultItem[] = [];
  for (const [id, state] of states) {
    const before = facts.compose(id);
    const count = copies?.get(id);
    const counted = count && facts.countCopies(id, count, state.item ? sizeOfItemKb(state.item) : 0);
    const row = facts.recordCheck(id, state) ?? counted;
    if (row) rows.push(row);
    // The mirror itself keeps the items that a list showed; those of a check are kept here.
    if (row && state.item && !state.isListed) items.push(state.item);
    if (isNews(before, facts.compose(id))) changed.push(id);
  }
  if (rows.length > 0) void parts.store.save(session.session, { facts: rows, items }).catch(() => false);
  if (changed.length > 0) announce(changed);
}
