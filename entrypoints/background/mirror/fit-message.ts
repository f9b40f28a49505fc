import type { ItemRow } from '@/entrypoints/background/storage/rows';

/** Chromium refuses messages above 64 MB and is slow long before; a page that waits for one of them shows nothing. */
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
/** Names of fields, numbers and dates of an item, and of a file. */
const ITEM_BYTES = 800;
const FILE_BYTES = 100;
/** A control character needs six bytes in JSON; no character needs more. */
const BYTES_A_CHARACTER = 6;

/** At most so many bytes one item takes in a message. */
function bytesOf({ files, ...item }: ItemRow): number {
  const texts = [...Object.values(item), ...files.map(({ displayName }) => displayName)];
  const characters = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
  return ITEM_BYTES + files.length * FILE_BYTES + characters * BYTES_A_CHARACTER;
}

/** Leaves items out at the end of a part until one message carries it: the page asks for them next. At least one item stays. */
export function fitMessage({ items, unread }: { items: ItemRow[]; unread: number }): {
  items: ItemRow[];
  unread: number;
} {
  let bytes = 0;
  const end = items.findIndex((item, index) => {
    bytes += bytesOf(item);
    return index > 0 && bytes > MAX_MESSAGE_BYTES;
  });
  return end === -1 ? { items, unread } : { items: items.slice(0, end), unread: unread + items.length - end };
}
