import { describe, expect, it } from 'vitest';
import { COLUMNS, columnsWithoutRoom, OPTIONAL_COLUMNS } from '@/entrypoints/vault/grid/columns';

const all = COLUMNS.reduce((sum, { rem }) => sum + rem, 0);

describe('columnsWithoutRoom', () => {
  it('leaves out the least important columns, and no more than it must', () => {
    expect(columnsWithoutRoom(all, [])).toEqual([]);
    expect(columnsWithoutRoom(all - 0.5, [])).toEqual(['created']);
    expect(columnsWithoutRoom(all - 7, [])).toEqual(['created', 'category']);
    expect(columnsWithoutRoom(0, [])).toEqual([...OPTIONAL_COLUMNS]);
  });

  it('gives the room of hidden columns to others', () => {
    expect(columnsWithoutRoom(all - 7, ['type'])).toEqual([]);
    expect(columnsWithoutRoom(all - 8, ['type'])).toEqual(['created']);
    expect(columnsWithoutRoom(0, ['created', 'size'])).not.toContain('created');
  });
});
