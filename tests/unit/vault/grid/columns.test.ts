import { describe, expect, it } from 'vitest';
import { COLUMNS, columnsWithoutRoom, OPTIONAL_COLUMNS } from '@/entrypoints/vault/grid/columns';

const all = COLUMNS.reduce((sum, { rem }) => sum + rem, 0);

describe('columnsWithoutRoom', () => {
  it('leaves out the least important columns, and no more than it must', () => {
    expect(columnsWithoutRoom(all, [], false)).toEqual([]);
    expect(columnsWithoutRoom(all - 0.5, [], false)).toEqual(['created']);
    expect(columnsWithoutRoom(all - 7, [], false)).toEqual(['created', 'category']);
    expect(columnsWithoutRoom(0, [], false)).toEqual([...OPTIONAL_COLUMNS]);
  });

  it('gives the room of hidden columns to others', () => {
    expect(columnsWithoutRoom(all - 7, ['type'], false)).toEqual([]);
    expect(columnsWithoutRoom(all - 8, ['type'], false)).toEqual(['created']);
    expect(columnsWithoutRoom(0, ['created', 'size'], false)).not.toContain('created');
  });

  it('needs more room where model and version share a line', () => {
    expect(columnsWithoutRoom(all, [], true)).toEqual(['created']);
    expect(columnsWithoutRoom(all + 5, [], true)).toEqual([]);
  });
});
