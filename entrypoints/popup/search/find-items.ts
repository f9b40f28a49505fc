import type { MirroredItem } from '@/utils/vault/vault-item';
import { fold } from '@/utils/vault-view/fold';
import { type Entry, prepare } from '@/utils/vault-view/prepare';
import { sortEntries } from '@/utils/vault-view/sort-items';

/** What a search brought up: the first few, and how many there are. */
export type FoundItems = { first: MirroredItem[]; total: number };

/** The items in the order in which they are found: the last additions first. */
export function prepareSearch(items: readonly MirroredItem[]): Entry[] {
  return sortEntries(prepare(items), 'added', true);
}

/**
 * Items with the text in the model's, the version's or the creator's name, as on the vault page; those whose model's name starts with
 * it come first. Runs with every keystroke.
 */
export function findItems(entries: readonly Entry[], text: string, most: number): FoundItems {
  const wanted = fold(text.trim());
  const starting: MirroredItem[] = [];
  const others: MirroredItem[] = [];
  let total = 0;
  for (const { item, names } of entries) {
    if (!names.some(name => name.includes(wanted))) continue;
    total += 1;
    if (names[0].startsWith(wanted)) starting.push(item);
    else if (others.length < most) others.push(item);
  }
  return { first: [...starting.slice(0, most), ...others].slice(0, most), total };
}
