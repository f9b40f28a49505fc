import { type MirroredItem, sizeOfItemKb } from './vault-item';

/**
 * The items that the site erases first from a vault that is `overKb` KB over its limit, in that order: an estimate. It erases the
 * versions that were created first until the rest fits (site-facts.md F.8). One without a date comes last.
 */
export function goesFirst(items: readonly MirroredItem[], overKb: number): MirroredItem[] {
  if (overKb <= 0) return [];
  const dateOf = ({ createdAt }: MirroredItem) => Date.parse(createdAt ?? '') || Number.POSITIVE_INFINITY;
  // A stand-in is not processed yet, and its size is not known.
  const oldest = items.filter(({ id }) => id > 0).toSorted((a, b) => dateOf(a) - dateOf(b) || a.id - b.id);
  let leftKb = overKb;
  return oldest.filter(item => {
    if (leftKb <= 0) return false;
    leftKb -= sizeOfItemKb(item);
    return true;
  });
}
