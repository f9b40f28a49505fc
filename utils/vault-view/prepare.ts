import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { fold } from './fold';

/** An item with the values that search, filters and sorting need, computed once. */
export type Entry = {
  item: MirroredItem;
  /** The folded names of model, version and creator, a line each: no search has more than one. */
  names: string;
  /** Epoch ms; NaN where the item doesn't say. */
  addedAt: number;
  createdAt: number;
  totalKb: number;
};

const prepared = new WeakMap<MirroredItem, Entry>();

/** The entries of items, in their order. Each item is prepared only once. */
export function prepare(items: readonly MirroredItem[]): Entry[] {
  return items.map(item => {
    const entryBefore = prepared.get(item);
    if (entryBefore) return entryBefore;
    const entry = entryOf(item);
    prepared.set(item, entry);
    return entry;
  });
}

function entryOf(item: MirroredItem): Entry {
  return {
    item,
    names: [item.modelName, item.versionName, item.creatorName].map(fold).join('\n'),
    addedAt: Date.parse(item.addedAt ?? ''),
    createdAt: Date.parse(item.createdAt ?? ''),
    totalKb: sizeOfItemKb(item),
  };
}
