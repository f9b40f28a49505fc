import type { ItemRow } from '@/entrypoints/background/storage/rows';
import type { VaultedDatabase } from '@/entrypoints/background/storage/schema';
import { withDatabase } from '@/entrypoints/background/storage/small-store';

type Part = { items: ItemRow[]; unread: number };

/** The `count` items with the largest ids below `before`, the largest first, and how many there are below those; stand-ins included. */
export function readPart(count: number, before = Number.POSITIVE_INFINITY): Promise<Part> {
  return withDatabase<Part>(
    database => readPartOf(database, count, before),
    () => ({ items: [], unread: 0 }),
  );
}

async function readPartOf(database: VaultedDatabase, count: number, before: number): Promise<Part> {
  const { store } = database.transaction('items');
  const below = IDBKeyRange.upperBound(before, true);
  const largest = await store.openKeyCursor(below, 'prev');
  // Not every browser reads many rows backwards at once: the key where they begin is looked up instead.
  const first = largest && count > 1 ? await largest.advance(count - 1) : largest;
  if (!first) return { items: (await store.getAll(below)).reverse(), unread: 0 };
  const [items, unread] = await Promise.all([
    store.getAll(IDBKeyRange.bound(first.key, before, false, true)),
    store.count(IDBKeyRange.upperBound(first.key, true)),
  ]);
  return { items: items.reverse(), unread };
}
