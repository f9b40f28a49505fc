import type { RadarFindings } from '@/utils/messages/radar';
import { goesFirst } from '@/utils/vault/goes-first';
import type { NewerVersion } from '@/utils/vault/newer-version';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** Why an item may need the user. `goes-first`: over the limit, the site erases it first. */
export const CONCERNS = ['only-copy', 'newer', 'goes-first'] as const;
export type Concern = (typeof CONCERNS)[number];

/** The row ids of the items that each concerns. */
export type Concerned = { readonly [Name in Concern]: ReadonlySet<number> };

export const NO_CONCERN: Concerned = { 'only-copy': new Set(), newer: new Set(), 'goes-first': new Set() };

/** Which items need the user. `overKb`: by how much the vault is over its limit; 0: it isn't. */
export function concernsOf(
  items: readonly MirroredItem[],
  findings: RadarFindings | undefined,
  overKb: number,
): Concerned {
  const gone = new Set(findings?.gone);
  const newer = new Set(findings && newerOutside(items, findings.newer).map(({ versionId }) => versionId));
  const rowsOf = (versionIds: ReadonlySet<number>) =>
    new Set(items.filter(item => versionIds.has(item.modelVersionId)).map(({ id }) => id));
  const first = goesFirst(items, overKb).map(({ id }) => id);
  return { 'only-copy': rowsOf(gone), newer: rowsOf(newer), 'goes-first': new Set(first) };
}

/** Those newer versions that the vault doesn't hold as well. */
export function newerOutside(items: readonly MirroredItem[], newer: readonly NewerVersion[]): NewerVersion[] {
  const held = new Set(items.map(item => item.modelVersionId));
  return newer.filter(({ versionId, newerId }) => held.has(versionId) && !held.has(newerId));
}
