import type { MirroredItem } from '@/utils/vault/vault-item';
import { fold, foldedWords } from './fold';
import { type Entry, prepare } from './prepare';
import { sortEntries } from './sort-items';

/** The first results of a search, and the number of all. */
export type FoundItems = { first: MirroredItem[]; total: number };

/** The items in the order of the results: the last additions first. */
export function prepareSearch(items: readonly MirroredItem[]): Entry[] {
  return sortEntries(prepare(items), 'added', true);
}

/**
 * Items with the text's words in the model's, version's or creator's name, as on the vault page; those whose model's name starts with
 * the text come first. Runs with every keystroke.
 */
export function findItems(entries: readonly Entry[], text: string, limit: number): FoundItems {
  const folded = fold(text);
  const words = foldedWords(text);
  const starting: MirroredItem[] = [];
  const others: MirroredItem[] = [];
  let total = 0;
  for (const { item, names } of entries) {
    if (!words.every(word => names.includes(word))) continue;
    total += 1;
    // The model's name comes first.
    if (names.startsWith(folded)) starting.push(item);
    else if (others.length < limit) others.push(item);
  }
  return { first: [...starting.slice(0, limit), ...others].slice(0, limit), total };
}
