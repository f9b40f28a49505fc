import { describe, expect, it } from 'vitest';
import { rowsInView } from '@/utils/vault-view/rows-in-view';

describe('rowsInView', () => {
  const view = { count: 5_000, rowHeight: 64, viewHeight: 640 };

  it('renders what can be seen and little else', () => {
    expect(rowsInView({ ...view, scrolled: -200 })).toEqual(Array.from({ length: 13 }, (_, row) => row));
    const middle = rowsInView({ ...view, scrolled: 64_000 });
    expect([middle[0], middle.at(-1), middle.length]).toEqual([994, 1_015, 22]);
    expect(rowsInView({ ...view, scrolled: 320_000 }).at(-1)).toBe(4_999);
  });

  it('keeps the row that has the focus, wherever it is, in the order of the list', () => {
    expect(rowsInView({ ...view, scrolled: 64_000 }, 3)[0]).toBe(3);
    expect(rowsInView({ ...view, scrolled: 64_000 }, 4_000).at(-1)).toBe(4_000);
    expect(rowsInView({ ...view, scrolled: 64_000 }, 1_000)).toHaveLength(22);
    expect(rowsInView({ ...view, scrolled: 64_000 }, 9_000)).toHaveLength(22);
  });

  it('has nothing to render of an empty list, or of one that ended above', () => {
    expect(rowsInView({ ...view, count: 0, scrolled: 0 }, -1)).toEqual([]);
    expect(rowsInView({ ...view, count: 2, scrolled: 9_000 })).toEqual([]);
  });
});
