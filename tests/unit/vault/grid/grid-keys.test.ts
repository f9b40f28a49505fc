import { describe, expect, it } from 'vitest';
import { isMoveOfHead, nextColumn, readGridKey } from '@/entrypoints/vault/grid/grid-keys';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false };

describe('the keys of the grid', () => {
  it.each([
    ['ArrowDown', {}, { kind: 'row', by: 1 }],
    ['PageUp', {}, { kind: 'row', by: -9 }],
    ['Home', {}, { kind: 'column', by: 'first' }],
    ['End', { ctrlKey: true }, { kind: 'ends', to: 'last' }],
    ['Home', { metaKey: true }, { kind: 'ends', to: 'first' }],
    [' ', { shiftKey: true }, { kind: 'tick', isRange: true }],
    ['a', { ctrlKey: true }, { kind: 'all' }],
    ['a', {}, undefined],
    ['Delete', {}, { kind: 'remove' }],
    ['Tab', {}, undefined],
  ])('%s with %o', (key, held, expected) => {
    expect(readGridKey({ key, ...plain, ...held }, 9)).toEqual(expected);
  });

  it('leave to the heading’s own controls what they do there', () => {
    const kindOf = (key: string) => {
      const move = readGridKey({ key, ...plain }, 9);
      return move && isMoveOfHead(move);
    };
    expect(['ArrowDown', 'End', ' ', 'Enter', 'Delete'].map(kindOf)).toEqual([true, true, false, false, false]);
  });

  it('skip hidden columns, and stop at the ends', () => {
    const hidden = new Set(['creator', 'type'] as const);
    expect(nextColumn('model', 1, hidden)).toBe('base');
    expect(nextColumn('base', -1, hidden)).toBe('model');
    expect(nextColumn('select', -1, hidden)).toBe('select');
    expect(nextColumn('base', 'last', new Set(['open'] as const))).toBe('status');
  });
});
