import { expect, it } from 'vitest';
import { fitMessage } from '@/entrypoints/background/mirror/fit-message';
import { item } from './fake-site';

const row = (n: number, notes?: string) => ({ ...item(n, notes === undefined ? {} : { notes }), seenIn: 1, seenOn: 1 });
const MB = 1024 * 1024;

it('a thousand ordinary items fit into one message', () => {
  const items = Array.from({ length: 1_000 }, (_, n) => row(n, 'as good as new'));
  expect(fitMessage({ items, unread: 7 })).toEqual({ items, unread: 7 });
});

it.each(['\u0001', 'ä', 'x', '"'])(
  'items with notes of 64 KB of %j come in parts of at most 8 MB, and none is lost',
  character => {
    let items = Array.from({ length: 100 }, (_, n) => row(n, character.repeat(65_536)));
    const seen: number[] = [];
    while (items.length > 0) {
      const part = fitMessage({ items, unread: 0 });
      expect(Buffer.byteLength(JSON.stringify(part.items))).toBeLessThanOrEqual(8 * MB);
      expect(part.unread).toBe(items.length - part.items.length);
      seen.push(...part.items.map(({ id }) => id));
      items = items.slice(part.items.length);
    }
    expect(seen).toEqual(Array.from({ length: 100 }, (_, n) => n));
  },
);

it('one item alone always goes', () => {
  const huge = row(1, '\u0001'.repeat(2 * MB));
  expect(fitMessage({ items: [huge, row(2)], unread: 3 })).toEqual({ items: [huge], unread: 4 });
});
