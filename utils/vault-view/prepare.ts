import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { fold } from './fold';

/** An item with what search, filters and orders need of it, worked out once. */
export type Entry = {
  item: MirroredItem;
  /** The folded names: model, version, creator. */
  names: readonly [string, string, string];
  /** Epoch ms; NaN where the item doesn't say. */
  addedAt: number;
  createdAt: number;
  totalKb: number;
};

const prepared = new WeakMap<MirroredItem, Entry>();

/** The entries of items, in their order. An item that was prepared before is not prepared again. */
export function prepare(items: readonly MirroredItem[]): Entry[] {
  return items.map(item => {
    const known = prepared.get(item);
    if (known) return known;
    const entry = entryOf(item);
    prepared.set(item, entry);
    return entry;
  });
}

function entryOf(item: MirroredItem): Entry {
  return {
    item,
    names: [fold(item.modelName), fold(item.versionName), fold(item.creatorName)],
    addedAt: Date.parse(item.addedAt ?? ''),
    createdAt: Date.parse(item.createdAt ?? ''),
    totalKb: sizeOfItemKb(item),
  };
}
